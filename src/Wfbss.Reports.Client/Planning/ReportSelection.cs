namespace Wfbss.Reports.Planning;

/// <summary>The reports of one customer that a call is about.</summary>
/// <param name="Customer">The customer, with all its reports or why they could not be read.</param>
/// <param name="Reports">Those that were asked for.</param>
/// <param name="Wanted">The names that were asked for, or the id; <see langword="null"/> if nothing says which.</param>
/// <param name="Missing">Of what was asked for, the names or the id that no report has; patterns are never among them.</param>
/// <param name="IsOfReport">Whether a report or a result was put in, which stands for one report.</param>
internal sealed record ReportSelection(
    CustomerReports Customer,
    IReadOnlyList<ScheduledReport> Reports,
    string? Wanted,
    IReadOnlyList<string> Missing,
    bool IsOfReport)
{
    /// <summary>The id that was asked for; <see langword="null"/> where names were.</summary>
    public int? ReportId { get; init; }
}
