using System.Diagnostics.CodeAnalysis;

namespace Wfbss.Reports;

/// <summary>What came of one report of one customer: one for each definition, and one for each report to be removed.</summary>
public sealed class SyncResult : ScheduledReportResult
{
    /// <summary>Makes a result of what came of the write, and of what the write was to do.</summary>
    [SetsRequiredMembers]
    internal SyncResult(
        ScheduledReportResult result,
        string reportName,
        int? reportId,
        string action,
        IReadOnlyList<PropertyDifference> differences)
        : base(result)
    {
        // Removals of reports of several names may share a call.
        ReportName = reportName;
        ReportId ??= reportId;
        Differences = TextList.Of(differences);
        Action = result.Status switch
        {
            ResultStatus.Done => action,
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

/// <summary>
/// What was done to a report so that it is as its definition says. Text, so that
/// <c>ConvertTo-Json</c> writes the word and not a number.
/// </summary>
public static class SyncAction
{
    /// <summary>Nothing: it was right already, or nothing could be done; the status says which.</summary>
    public const string None = "None";

    /// <summary>It was created.</summary>
    public const string Created = "Created";

    /// <summary>All its settings were replaced.</summary>
    public const string Replaced = "Replaced";

    /// <summary>It was removed.</summary>
    public const string Removed = "Removed";

    /// <summary>Something was sent, and it is not known whether it was carried out.</summary>
    public const string Unknown = "Unknown";

    /// <summary>All of them, in the order in which a person wants to read them.</summary>
    public static IReadOnlyList<string> All { get; } = [None, Created, Replaced, Removed, Unknown];
}
