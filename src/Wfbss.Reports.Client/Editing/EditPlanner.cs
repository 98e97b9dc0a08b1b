using Wfbss.Reports.Reports;
using Wfbss.Reports.Syncing;

namespace Wfbss.Reports.Editing;

/// <summary>
/// Makes a step for each report that is to be replaced or removed, by its id: so that it is safe to repeat, and a name
/// that several reports have hits none unnamed.
/// </summary>
internal static class EditPlanner
{
    /// <summary>Plans to remove the reports. What cannot be done has its result already.</summary>
    public static IReadOnlyList<SyncStep> Remove(ReportSelection selection) =>
        Plan(selection, report => StepFor(selection, report, SyncAction.Removed, report.Name));

    /// <summary>Plans to change the reports. What cannot be done has its result already.</summary>
    public static IReadOnlyList<SyncStep> Change(ReportSelection selection, ReportChanges changes) =>
        Plan(selection, report => Change(selection, report, changes));

    private static IReadOnlyList<SyncStep> Plan(ReportSelection selection, Func<ScheduledReport, SyncStep> stepFor)
    {
        if (selection.Customer.Failure is { } failure) return [Settled(selection, failure.Status, failure.Message)];
        if (selection.Wanted is null) return [Settled(selection, ResultStatus.NotAttempted, WhyNone(selection))];
        if (selection.Reports.Count + selection.Missing.Count == 0) return [NotFound(selection, selection.Wanted)];
        return [.. selection.Reports.Select(stepFor), .. selection.Missing.Select(wanted => NotFound(selection, wanted))];
    }

    private static SyncStep Change(ReportSelection selection, ScheduledReport report, ReportChanges changes)
    {
        var definition = changes.ApplyTo(report, out var unseen);
        var step = StepFor(selection, report, SyncAction.Replaced, definition?.Name ?? report.Name, definition);
        if (step.Result is not null) return step;

        if (changes.Name is not null && selection.Reports.Count > 1)
        {
            step.Settle(ResultStatus.NotAttempted, "several of its reports are meant, and all would get the new name: say which by -ReportId");
        }
        else if (definition is null)
        {
            var parameters = string.Join(" and ", unseen.Select(setting => "-" + setting));
            step.Settle(ResultStatus.NotAttempted, $"the service does not show all that replacing the report needs: add {parameters}");
        }
        return step;
    }

    private static SyncStep StepFor(
        ReportSelection selection,
        ScheduledReport report,
        SyncAction action,
        string name,
        ReportDefinition? definition = null)
    {
        var step = new SyncStep
        {
            Customer = selection.Customer,
            Action = action,
            ReportName = name,
            ReportId = report.ReportId,
            Definition = definition,
            Differences = definition is null ? [] : DefinitionComparison.Differences(definition, report),
            IsVisible = definition is null || IsVisible(definition, report),
            Reason = "as asked",
        };
        if (report.ReportId is null) step.Settle(ResultStatus.NotAttempted, "the service does not show the report's id");
        return step;
    }

    private static bool IsVisible(ReportDefinition definition, ScheduledReport report) =>
        DefinitionComparison.Differences(definition, report).Count > 0
        || DefinitionComparison.NotCompared(definition, report).Count == 0;

    private static string WhyNone(ReportSelection selection) => selection.IsOfReport
        ? "the result that was put in has no report id: no report was made"
        : "neither -Name nor -ReportId says which of its reports is meant";

    private static SyncStep NotFound(ReportSelection selection, string? wanted) =>
        Settled(selection, ResultStatus.NotFound, $"the customer has no report {wanted}");

    private static SyncStep Settled(ReportSelection selection, string status, string message)
    {
        var step = new SyncStep { Customer = selection.Customer, Action = SyncAction.None, ReportName = selection.Wanted ?? "" };
        step.Settle(status, message);
        return step;
    }
}
