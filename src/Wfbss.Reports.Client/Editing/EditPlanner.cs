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

    /// <summary>Plans to change the reports. What cannot be done, or would break a rule, has its result already.</summary>
    public static IReadOnlyList<SyncStep> Change(ReportSelection selection, ReportChanges changes) =>
        Plan(selection, report => Change(selection, report, changes));

    private static IReadOnlyList<SyncStep> Plan(ReportSelection selection, Func<ScheduledReport, SyncStep> stepFor)
    {
        if (selection.Customer.Failure is { } failure) return [Settled(selection, failure.Status, failure.Message)];
        if (selection.Wanted is null) return [Settled(selection, ResultStatus.NotAttempted, "neither -Name nor -ReportId says which of its reports is meant")];
        if (selection.Reports.Count == 0) return [Settled(selection, ResultStatus.NotFound, $"the customer has no report {selection.Wanted}")];
        return [.. selection.Reports.Select(stepFor)];
    }

    private static SyncStep Change(ReportSelection selection, ScheduledReport report, ReportChanges changes)
    {
        var definition = changes.ApplyTo(report, out var unseen);
        var step = StepFor(selection, report, SyncAction.Replaced, definition?.Name ?? report.Name, definition);
        if (step.Result is not null) return step;

        if (definition is null)
        {
            var parameters = string.Join(" and ", unseen.Select(setting => "-" + setting));
            step.Settle(ResultStatus.NotAttempted, $"the service does not show all that replacing the report needs: add {parameters}");
        }
        else if (DefinitionRules.Violations(definition) is { Count: > 0 } violations)
        {
            step.Settle(ResultStatus.NotAttempted, string.Join(" ", violations));
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
            Reason = "as asked",
        };
        if (report.ReportId is null) step.Settle(ResultStatus.NotAttempted, "the service does not show the report's id");
        return step;
    }

    private static SyncStep Settled(ReportSelection selection, string status, string message)
    {
        var step = new SyncStep { Customer = selection.Customer, Action = SyncAction.None, ReportName = selection.Wanted ?? "" };
        step.Settle(status, message);
        return step;
    }
}
