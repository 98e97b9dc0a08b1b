namespace Wfbss.Reports;

/// <summary>How one customer's reports compare with one definition, or a report that no definition names.</summary>
public sealed class ReportComparison
{
    /// <summary>The customer's id in upper case, or what was given if it is not an ID.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer's name, where it is known.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The report's name.</summary>
    public required string ReportName { get; init; }

    /// <summary>How it compares: one of <see cref="ReportState"/>.</summary>
    public required string State { get; init; }

    /// <summary>
    /// The report that was compared (<c>rtid</c>, which counts per customer); of several, one that is right, otherwise
    /// the one with the lowest id. <see langword="null"/> if there is none.
    /// </summary>
    public int? ReportId { get; init; }

    /// <summary>All reports of the name, the lowest id first.</summary>
    public IReadOnlyList<int> ReportIds { get; init => field = TextList.Of(value); } = TextList.Of<int>([]);

    /// <summary>The properties in which the report differs, with both values.</summary>
    public IReadOnlyList<PropertyDifference> Differences { get; init => field = TextList.Of(value); } = TextList.Of<PropertyDifference>([]);

    /// <summary>The properties that could not be compared because the service does not show them, such as Contents.</summary>
    public IReadOnlyList<string> NotCompared { get; init => field = TextList.Of(value); } = TextList.Of<string>([]);

    /// <summary>Why the customer's reports are not known; empty otherwise.</summary>
    public string Message { get; init; } = "";

    /// <summary>The definition; <see langword="null"/> for a report that none names.</summary>
    internal ReportDefinition? Definition { get; init; }

    /// <summary>Customer, report and state.</summary>
    public override string ToString() => $"{CustomerName ?? CustomerId}: {ReportName} {State}";
}

/// <summary>
/// How a customer's reports compare with a definition. Text, so that
/// <c>ConvertTo-Json</c> writes the word and not a number.
/// </summary>
public static class ReportState
{
    /// <summary>The customer has no report of the definition's name.</summary>
    public const string Missing = "Missing";

    /// <summary>The report is as the definition says, as far as the service shows it.</summary>
    public const string Same = "Same";

    /// <summary>The report has other settings than the definition.</summary>
    public const string Different = "Different";

    /// <summary>The customer has several reports of the definition's name.</summary>
    public const string Duplicated = "Duplicated";

    /// <summary>No definition names the report.</summary>
    public const string Unmanaged = "Unmanaged";

    /// <summary>The service does not know the customer.</summary>
    public const string NotReturned = "NotReturned";

    /// <summary>The customer's reports could not be read.</summary>
    public const string Failed = "Failed";

    /// <summary>All of them, in the order in which a person wants to read them.</summary>
    public static IReadOnlyList<string> All { get; } = [Missing, Same, Different, Duplicated, Unmanaged, NotReturned, Failed];
}

/// <summary>A property in which a report is not what its definition says.</summary>
/// <param name="Property">The property, such as <c>At</c>.</param>
/// <param name="Expected">What the definition says.</param>
/// <param name="Actual">What the service shows.</param>
public sealed record PropertyDifference(string Property, string Expected, string Actual)
{
    /// <summary>For a person: <c>At: 09:00, not 08:00</c>.</summary>
    public override string ToString() => $"{Property}: {Actual}, not {Expected}";
}
