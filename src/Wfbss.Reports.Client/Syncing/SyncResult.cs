using System.Diagnostics.CodeAnalysis;
using Wfbss.Reports.Reports;

namespace Wfbss.Reports.Syncing;

/// <summary>What came of one report of one customer: one for each definition, and one for each report to be removed.</summary>
public sealed class SyncResult : ScheduledReportResult
{
    /// <summary>Makes a result of a sync of the result of a write.</summary>
    [SetsRequiredMembers]
    internal SyncResult(ScheduledReportResult result, SyncAction action, IReadOnlyList<PropertyDifference> differences)
        : base(result)
    {
        Action = action;
        Differences = differences;
    }

    /// <summary>What was done.</summary>
    public SyncAction Action { get; }

    /// <summary>For a report that was to be replaced: the properties in which it differed, with both values.</summary>
    public IReadOnlyList<PropertyDifference> Differences { get; }
}
