using System.Diagnostics.CodeAnalysis;
using Wfbss.Reports.Reports;

namespace Wfbss.Reports.Syncing;

/// <summary>What came of one report of one customer: one for each definition, and one for each report to be removed.</summary>
public sealed class SyncResult : ScheduledReportResult
{
    /// <summary>Makes a result of a step and of what came of its write.</summary>
    [SetsRequiredMembers]
    internal SyncResult(SyncStep step, ScheduledReportResult result)
        : base(result)
    {
        // Removals of reports of several names may share a call.
        ReportName = step.ReportName;
        ReportId ??= step.ReportId;
        Differences = step.Differences;
        Action = result.Status switch
        {
            ResultStatus.Done => step.Action,
            ResultStatus.Unknown => SyncAction.Unknown,
            _ => SyncAction.None,
        };
    }

    /// <summary>What was done: one of <see cref="SyncAction"/>.</summary>
    public string Action { get; }

    /// <summary>For a report that was to be replaced: the properties in which it differed, with both values.</summary>
    public IReadOnlyList<PropertyDifference> Differences { get; }

    /// <summary>The result without what only a sync says.</summary>
    internal ScheduledReportResult ToScheduledReportResult() => new(this);
}
