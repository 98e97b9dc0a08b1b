namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes a definition of the settings that users give, and knows what a report cannot do without.</summary>
internal static class ReportSettings
{
    private static readonly string[] Needed = ["At", "Content"];

    /// <summary>The definition that settings make.</summary>
    /// <param name="name">The report's name.</param>
    /// <param name="values">The settings that were given, by name.</param>
    public static ReportDefinition ToDefinition(string name, IReadOnlyDictionary<string, object> values)
    {
        var recipients = Value<string[]>(values, "Recipient", []);
        return new ReportDefinition
        {
            Name = name,
            Enabled = Value(values, "Enabled", true),
            Schedule = Schedule(values),
            Contents = Value<ReportContent[]>(values, "Content", []),
            SendEmail = recipients.Length > 0,
            Recipients = recipients,
            GroupIds = Value<int[]>(values, "GroupId", []),
        };
    }

    /// <summary>The settings that a report cannot do without, and that were not given, as parameters.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, object> values)
    {
        var missing = new List<string>();
        if (!values.ContainsKey("DayOfWeek") && !values.ContainsKey("DayOfMonth"))
        {
            missing.Add("-DayOfWeek or -DayOfMonth");
        }

        missing.AddRange(Needed.Where(name => !values.ContainsKey(name)).Select(name => "-" + name));
        return missing;
    }

    // A time that is missing is said to be so; until then midnight stands for it.
    private static ReportSchedule Schedule(IReadOnlyDictionary<string, object> values)
    {
        var at = Value(values, "At", TimeSpan.Zero);
        return values.ContainsKey("DayOfMonth")
            ? ReportSchedule.Monthly(Value(values, "DayOfMonth", 0), at)
            : ReportSchedule.Weekly(Value(values, "DayOfWeek", default(DayOfWeek)), at);
    }

    private static T Value<T>(IReadOnlyDictionary<string, object> values, string name, T otherwise) =>
        values.TryGetValue(name, out var value) ? (T)value : otherwise;
}
