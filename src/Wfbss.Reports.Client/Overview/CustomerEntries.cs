namespace Wfbss.Reports.Overview;

/// <summary>Makes the lines of a customer: one for each report, each failure, or one that says that there is neither.</summary>
internal static class CustomerEntries
{
    public static IEnumerable<OverviewEntry> Of(CustomerReading read, LastResults results)
    {
        var customer = new OverviewCustomer(
            read.CustomerId, NameOf(read.CustomerName, read.CustomerId), read.TimeZone, FailureOf(read), WasAsked: true);
        var reports = (read.Reports ?? [])
            .Select(report => OfReport(customer, report, results.TakeFailure(read.CustomerId, report)))
            .ToArray();

        OverviewState[] without = read.Reports switch
        {
            null => [OverviewState.NotRead],
            { Count: 0 } => [OverviewState.NoReport],
            _ => [],
        };
        var failures = results.TakeFailures(read.CustomerId)
            .Select(failure => OfFailure(customer, failure, without))
            .ToArray();
        OverviewEntry[] entries = [.. reports, .. failures];
        return entries.Length > 0 ? entries : [new OverviewEntry { Customer = customer, States = without }];
    }

    /// <summary>The line of a failure whose customer was not asked for.</summary>
    public static OverviewEntry OfUnasked(ScheduledReportResult failure)
    {
        var id = CustomerIds.Normalise(failure.CustomerId);
        var customer = new OverviewCustomer(id, NameOf(failure.CustomerName, id), TimeZone: null, Failure: null, WasAsked: false);
        return OfFailure(customer, failure, []);
    }

    private static OverviewEntry OfFailure(OverviewCustomer customer, ScheduledReportResult failure, OverviewState[] more) => new()
    {
        Customer = customer,
        ReportName = failure.ReportName,
        States = [OverviewState.Failed, .. more],
        Failure = failure,
    };

    private static OverviewEntry OfReport(OverviewCustomer customer, ScheduledReport report, ScheduledReportResult? failure) => new()
    {
        Customer = customer,
        Report = report,
        ReportName = report.Name,
        Schedule = ReportTimes.ScheduleOf(report),
        States = [.. StatesOf(report, failure)],
        Failure = failure,
    };

    private static IEnumerable<OverviewState> StatesOf(ScheduledReport report, ScheduledReportResult? failure)
    {
        if (failure is not null)
        {
            yield return OverviewState.Failed;
        }

        if (report.Enabled is false)
        {
            yield return OverviewState.SwitchedOff;
        }

        if (report.RunCount is 0)
        {
            yield return OverviewState.NeverRun;
        }

        if (report.Enabled is null)
        {
            yield return OverviewState.NotStated;
        }
        else if (failure is null && report is { Enabled: true, RunCount: not 0 })
        {
            yield return OverviewState.Active;
        }
    }

    private static string? FailureOf(CustomerReading read) =>
        read.Reports is null ? read.Failure ?? "Its reports could not be read." : null;

    private static string NameOf(string? name, string id) => string.IsNullOrWhiteSpace(name) ? id : name!;
}
