namespace Wfbss.Reports.Writing;

/// <summary>What reading back tells about one customer, with what it rests on.</summary>
/// <param name="Finding">What is known.</param>
/// <param name="ReportId">The report that confirms it.</param>
/// <param name="Message">Why it is unclear.</param>
internal sealed record ReadBackAnswer(ReadBackFinding Finding, int? ReportId = null, string Message = "");
