using Wfbss.Reports.Definitions;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Planning;

/// <summary>
/// Makes a step for each report that is to be replaced or removed, by its id: so that it is safe to repeat, and a name
/// that several reports have hits none unnamed.
/// </summary>
internal static class EditPlanner
{
    /// <summary>Plans to remove the reports. What cannot be done has its result already.</summary>
    public static IReadOnlyList<SyncStep> Remove(IEnumerable<ReportSelection> selections) =>
        Plan(selections, (selection, report) => StepFor(selection, report, SyncAction.Removed, report.Name));

    /// <summary>Plans to change the reports. What cannot be done has its result already.</summary>
    public static IReadOnlyList<SyncStep> Change(IEnumerable<ReportSelection> selections, ReportChanges changes)
    {
        var steps = Plan(selections, (selection, report) => Change(selection, report, selection.Changes ?? changes));
        foreach (var renames in steps.Where(IsRename).GroupBy(step => (step.Customer.CustomerId, step.ReportName)))
        {
            RefuseSharedName([.. renames]);
        }

        return steps;
    }

    private static IReadOnlyList<SyncStep> Plan(
        IEnumerable<ReportSelection> selections,
        Func<ReportSelection, ScheduledReport, SyncStep> stepFor) =>
        [.. selections.SelectMany(selection => Plan(selection, report => stepFor(selection, report)))];

    private static IReadOnlyList<SyncStep> Plan(ReportSelection selection, Func<ScheduledReport, SyncStep> stepFor)
    {
        if (selection.Customer.Failure is { } failure)
        {
            return [Settled(selection, failure.Status, failure.Message)];
        }

        if (selection.Mistake is { } mistake)
        {
            return [Settled(selection, mistake.Status, mistake.Message)];
        }

        if (selection.Wanted is null)
        {
            return [Settled(selection, ResultStatus.NotAttempted, WhyNone(selection))];
        }

        // A pattern that matches nothing is an answer; of an id or a name something has to be said.
        if (selection.Reports.Count + selection.Missing.Count + selection.Finished.Count == 0)
        {
            return selection.ReportId is null && selection.IsOfPattern ? [] : [NoneChosen(selection)];
        }

        return
        [
            .. selection.Finished.Select(earlier => Finished(selection, earlier)),
            .. selection.Reports.Select(stepFor),
            .. selection.Missing.Select(wanted => NotFound(selection, wanted)),
        ];
    }

    // A report that an earlier run with the same journal has removed, and that is gone.
    private static SyncStep Finished(ReportSelection selection, JournalState earlier)
    {
        var step = new SyncStep
        {
            Customer = selection.Customer,
            Action = SyncAction.None,
            ReportName = earlier.ReportName,
            ReportId = earlier.TargetId,
        };
        step.Settle(ResultStatus.Done, earlier.IsDone ? earlier.ToOutcome().Message : "removed by an earlier run, as reading back shows");
        return step;
    }

    private static SyncStep Change(ReportSelection selection, ScheduledReport report, ReportChanges changes)
    {
        var definition = changes.ApplyTo(report, out var unseen);
        var step = StepFor(selection, report, SyncAction.Replaced, definition?.Name ?? report.Name, definition);
        if (step.Result is not null || definition is not null)
        {
            return step;
        }

        var parameters = string.Join(" and ", unseen.Select(setting => "-" + setting));
        step.Settle(ResultStatus.NotAttempted, $"the service does not show all that replacing the report needs: add {parameters}");
        return step;
    }

    private static bool IsRename(SyncStep step) =>
        step.Result is null && step.Differences.Any(difference => difference.Property == nameof(ScheduledReport.Name));

    // Reports are known by their names: two of one name could only be told apart by their ids any more.
    private static void RefuseSharedName(IReadOnlyList<SyncStep> renames)
    {
        var holder = renames[0].Customer.Reports.FirstOrDefault(report => report.Name == renames[0].ReportName);
        if (holder is null && renames.Select(step => step.ReportId).Distinct().Count() == 1)
        {
            return;
        }

        var why = holder is null
            ? "several of its reports are meant, and all would get the new name: say which by -ReportId"
            : $"its report {holder.ReportId} has the new name already";
        foreach (var step in renames)
        {
            step.Settle(ResultStatus.NotAttempted, why);
        }
    }

    private static SyncStep StepFor(
        ReportSelection selection,
        ScheduledReport report,
        string action,
        string name,
        ReportDefinition? definition = null)
    {
        var earlier = selection.Earlier.FirstOrDefault(state => state.TargetId == report.ReportId);
        var step = new SyncStep
        {
            Customer = selection.Customer,
            Action = action,
            ReportName = name,
            ReportId = report.ReportId,
            Definition = definition,
            Differences = definition is null ? [] : DefinitionComparison.Differences(definition, report),
            // Of one that an earlier run has given its new name already, the name by which it was asked for.
            PresentName = earlier?.ReportName ?? (definition is null || definition.Name == report.Name ? null : report.Name),
            IsVisible = definition is null || IsVisible(definition, report) || earlier is { IsInDoubt: true, IsVisible: true },
            Reason = "as asked",
        };
        if (report.ReportId is null)
        {
            step.Settle(ResultStatus.NotAttempted, "the service does not show the report's id");
        }

        return step;
    }

    private static bool IsVisible(ReportDefinition definition, ScheduledReport report) =>
        DefinitionComparison.Differences(definition, report).Count > 0
        || DefinitionComparison.NotCompared(definition, report).Count == 0;

    private static string WhyNone(ReportSelection selection) => selection.IsOfReport
        ? "the result that was put in has no report id: no report was made"
        : "neither -Name nor -ReportId says which of its reports is meant";

    // A report of the id that is not among those chosen has not the name that was given as well.
    private static SyncStep NoneChosen(ReportSelection selection) => selection.ReportId is { } id
        ? Settled(selection, ResultStatus.NotFound, $"its report {id} has another name")
        : NotFound(selection, selection.Wanted!);

    private static SyncStep NotFound(ReportSelection selection, string wanted) =>
        Settled(selection, ResultStatus.NotFound, $"the customer has no report {(selection.ReportId is null ? $"'{wanted}'" : wanted)}", wanted);

    private static SyncStep Settled(ReportSelection selection, string status, string message, string? wanted = null)
    {
        var step = new SyncStep
        {
            Customer = selection.Customer,
            Action = SyncAction.None,
            ReportName = selection.ReportId is null ? wanted ?? selection.Wanted ?? "" : "",
            ReportId = selection.ReportId,
        };
        step.Settle(status, message);
        return step;
    }
}
