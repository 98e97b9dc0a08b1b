using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Testing;

/// <summary>Drives a run as the cmdlets do: one thread puts in and takes out.</summary>
internal static class RunExtensions
{
    /// <summary>Puts everything in and takes everything out; fails if that is nothing.</summary>
    public static Task<List<ScheduledReportResult>> ToEndAsync(this WriteRun run, IEnumerable<CustomerId> ids) =>
        run.ToEndAsync(ids.Select(Target));

    /// <summary>The same for inputs of any kind.</summary>
    public static async Task<List<ScheduledReportResult>> ToEndAsync(this WriteRun run, IEnumerable<CustomerInput> targets)
    {
        var results = new List<ScheduledReportResult>();
        var inputs = 0;
        await run.ToEndAsync(targets.Select(target => { inputs++; return target; }), results.Add);

        // What is said of all results is true of none, too.
        return inputs == 0 || results.Count > 0 ? results : throw new InvalidOperationException($"Of {inputs} customers none came out.");
    }

    /// <summary>Puts everything in, and hands on what comes out.</summary>
    public static async Task ToEndAsync(this WriteRun run, IEnumerable<CustomerInput> targets, Action<ScheduledReportResult> take)
    {
        await foreach (var result in run.ResultsAsync(targets))
        {
            take(result);
        }
    }

    /// <summary>The same for inputs that come one by one.</summary>
    public static async Task ToEndAsync(this WriteRun run, IAsyncEnumerable<CustomerInput> targets, Action<ScheduledReportResult> take)
    {
        await foreach (var result in run.ResultsAsync(targets))
        {
            take(result);
        }
    }

    /// <summary>
    /// Reads a portion of the customers, plans, puts in what is planned, and reads on, as Sync, Set and Remove do; hands on what
    /// comes out.
    /// </summary>
    public static async Task ToEndAsync(
        this WriteRun run,
        FleetReader reader,
        IEnumerable<CustomerInput[]> portions,
        Func<CustomerReports, IReadOnlyList<SyncStep>> plan,
        Action<ScheduledReportResult> take)
    {
        await foreach (var result in run.ResultsAsync(PlannedAsync(reader, portions, plan)))
        {
            take(result);
        }
    }

    /// <summary>A customer as an input.</summary>
    public static CustomerInput Target(CustomerId id, int index = 0) => new(id.ToString(), id, Name: null, index + 1);

    private static async IAsyncEnumerable<WriteItem> PlannedAsync(
        FleetReader reader,
        IEnumerable<CustomerInput[]> portions,
        Func<CustomerReports, IReadOnlyList<SyncStep>> plan)
    {
        var writes = new PlannedWrites();
        foreach (var portion in portions)
        {
            foreach (var customer in await reader.ReadAsync(portion, CancellationToken.None))
            {
                foreach (var item in writes.ItemsOf(plan(customer)))
                {
                    yield return item;
                }
            }
        }
    }
}
