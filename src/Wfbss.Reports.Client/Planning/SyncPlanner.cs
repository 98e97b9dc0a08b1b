using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Planning;

/// <summary>Makes a plan of what a customer's reports lack. It is the one place that decides what a sync does.</summary>
internal sealed class SyncPlanner(DesiredState desired, SyncOptions options)
{
    // A create above it would be refused each time anew (source: create-scheduled-report.txt, "LimitError").
    private const int MostReports = 10;

    public SyncPlan Plan(CustomerReports customer)
    {
        var steps = new List<SyncStep>();
        var removals = new List<SyncStep>();
        foreach (var comparison in desired.Compare(customer))
        {
            var step = StepFor(customer, comparison);
            steps.Add(step);
            if (options.RemoveDuplicate && customer.Failure is null)
            {
                removals.AddRange(Duplicates(customer, comparison, step));
            }
        }

        if (options.RemoveUnmanaged)
        {
            removals.AddRange(desired.Unmanaged(customer).Select(report => Removal(customer, report.ReportName, report.ReportId, "no definition names it")));
        }

        LimitCreates(steps, MostReports - customer.Reports.Count + removals.Count(removal => removal.Result is null));
        return new SyncPlan(customer, [.. steps, .. removals]);
    }

    private static SyncStep StepFor(CustomerReports customer, ReportComparison comparison)
    {
        var action = comparison switch
        {
            _ when customer.Failure is not null => SyncAction.None,
            { State: ReportState.Missing } => SyncAction.Created,
            { Differences.Count: > 0 } => SyncAction.Replaced,
            _ => SyncAction.None,
        };
        var step = new SyncStep
        {
            Customer = customer,
            Action = action,
            ReportName = comparison.ReportName,
            Definition = comparison.Definition,
            ReportId = comparison.ReportId,
            Differences = comparison.Differences,
            IsDuplicated = comparison.State is ReportState.Duplicated,
        };

        if (customer.Failure is { } failure)
        {
            step.Settle(failure.Status, failure.Message);
        }
        else if (action is SyncAction.Created)
        {
            RequireNames(step, customer);
        }
        else if (action is SyncAction.None)
        {
            step.Settle(ResultStatus.Done, DuplicatesOf(comparison));
        }
        else if (action is SyncAction.Replaced)
        {
            RequireId(step);
        }

        return step;
    }

    private static IEnumerable<SyncStep> Duplicates(CustomerReports customer, ReportComparison comparison, SyncStep kept) =>
        comparison.ReportIds
            .Where(id => comparison.ReportId is not null && id != comparison.ReportId)
            .Select(id => Removal(customer, comparison.ReportName, id, $"report {comparison.ReportId} has the same name", kept));

    private static SyncStep Removal(CustomerReports customer, string reportName, int? reportId, string reason, SyncStep? requires = null)
    {
        var step = new SyncStep
        {
            Customer = customer,
            Action = SyncAction.Removed,
            ReportName = reportName,
            ReportId = reportId,
            Reason = reason,
            Requires = requires,
        };
        // A report whose name is not shown may well be one that a definition names.
        if (reportName.Length == 0)
        {
            step.Settle(ResultStatus.NotAttempted, "the service does not show the report's name");
        }
        else
        {
            RequireId(step);
        }

        return step;
    }

    // A report whose name is not shown may well be the one that seems to be missing.
    private static void RequireNames(SyncStep step, CustomerReports customer)
    {
        if (customer.Reports.FirstOrDefault(report => report.Name.Length == 0) is { } nameless)
        {
            step.Settle(ResultStatus.NotAttempted, $"the service does not show the name of report {nameless.ReportId}, which may be this one");
        }
    }

    private static void RequireId(SyncStep step)
    {
        if (step.ReportId is null)
        {
            step.Settle(ResultStatus.NotAttempted, "the service does not show the report's id");
        }
    }

    private static void LimitCreates(IEnumerable<SyncStep> steps, int room)
    {
        foreach (var step in steps.Where(step => step.Action is SyncAction.Created && step.Result is null).Skip(Math.Max(0, room)))
        {
            step.Settle(ResultStatus.LimitError, $"the customer has {MostReports} reports, as many as it can have; nothing was sent");
        }
    }

    private static string DuplicatesOf(ReportComparison comparison) => comparison.State is ReportState.Duplicated
        ? $"there are several reports of this name: {string.Join(", ", comparison.ReportIds)}"
        : "";
}
