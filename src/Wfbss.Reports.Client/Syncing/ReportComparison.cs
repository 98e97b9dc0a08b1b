using Wfbss.Reports.Reports;

namespace Wfbss.Reports.Syncing;

/// <summary>How one customer's reports compare with one definition, or a report that no definition names.</summary>
public sealed class ReportComparison
{
    /// <summary>The customer's id in upper case, or what was given if it is no id.</summary>
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
    public IReadOnlyList<int> ReportIds { get; init; } = [];

    /// <summary>The properties in which the report differs, with both values.</summary>
    public IReadOnlyList<PropertyDifference> Differences { get; init; } = [];

    /// <summary>The properties that could not be compared because the service does not show them, such as Contents.</summary>
    public IReadOnlyList<string> NotCompared { get; init; } = [];

    /// <summary>Why the customer's reports are not known; empty otherwise.</summary>
    public string Message { get; init; } = "";

    /// <summary>The definition; <see langword="null"/> for a report that none names.</summary>
    internal ReportDefinition? Definition { get; init; }

    /// <summary>Customer, report and state.</summary>
    public override string ToString() => $"{CustomerName ?? CustomerId}: {ReportName} {State}";
}
