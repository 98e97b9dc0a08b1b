namespace Wfbss.Reports.Writing;

/// <summary>What became of one customer, before it is dressed as a result.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">The service's words, or why.</param>
/// <param name="ReportId">The report's id, if there is one.</param>
/// <param name="ByReadBack">Whether it was found by reading back.</param>
internal sealed record ItemOutcome(string Status, string Message = "", int? ReportId = null, bool ByReadBack = false);
