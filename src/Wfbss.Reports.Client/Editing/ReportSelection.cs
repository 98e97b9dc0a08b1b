using Wfbss.Reports.Reports;
using Wfbss.Reports.Syncing;

namespace Wfbss.Reports.Editing;

/// <summary>The reports of one customer that a call is about.</summary>
/// <param name="Customer">The customer, with all its reports or why they could not be read.</param>
/// <param name="Reports">Those that were asked for.</param>
/// <param name="Wanted">What was asked for, for a person: a name, or an id; <see langword="null"/> if nothing says which.</param>
internal sealed record ReportSelection(CustomerReports Customer, IReadOnlyList<ScheduledReport> Reports, string? Wanted);
