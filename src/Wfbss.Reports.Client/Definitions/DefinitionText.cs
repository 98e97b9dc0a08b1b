namespace Wfbss.Reports.Definitions;

/// <summary>Says in words what is to be written, and for whom.</summary>
internal static class DefinitionText
{
    private const int MostNamed = 3;

    /// <summary>A report: <c>'Weekly security' (Monday 08:00, Virus Summary, to soc@example.com)</c>.</summary>
    public static string Describe(ReportDefinition definition)
    {
        string[] parts =
        [
            definition.Schedule.ToString(),
            Some([.. definition.Contents.Select(content => content.Title)]),
            definition.Recipients.Count == 0 ? "to nobody" : $"to {Some(definition.Recipients)}",
            definition.GroupIds.Count switch
            {
                0 => "",
                1 => $"about group {definition.GroupIds[0]}",
                _ => $"about groups {string.Join(", ", definition.GroupIds)}",
            },
            definition.Enabled ? "" : "switched off",
        ];
        return $"'{definition.Name}' ({string.Join(", ", parts.Where(part => part.Length > 0))})";
    }

    /// <summary>The first few of a list, and how many more there are: <c>A, B, C and 7 more</c>.</summary>
    public static string Some(IReadOnlyList<string> items) => items.Count <= MostNamed + 1
        ? string.Join(", ", items)
        : $"{string.Join(", ", items.Take(MostNamed))} and {items.Count - MostNamed} more";

    /// <summary>Customers by name, or by id where none is known: <c>for 10 customers: A, B, C and 7 more</c>.</summary>
    public static string For(IReadOnlyList<CustomerInput> customers) =>
        $"for {customers.Count} customer{(customers.Count == 1 ? "" : "s")}: {Some([.. customers.Select(customer => customer.Name ?? customer.Text)])}";
}
