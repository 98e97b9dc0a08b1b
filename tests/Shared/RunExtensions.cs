using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Testing;

/// <summary>Drives a run as the cmdlets do: one thread puts in and takes out.</summary>
internal static class RunExtensions
{
    /// <summary>Puts everything in and takes everything out; fails if that is nothing.</summary>
    public static async Task<List<ScheduledReportResult>> ToEndAsync(this WriteRun run, IEnumerable<CustomerId> ids)
    {
        var results = new List<ScheduledReportResult>();
        var inputs = 0;
        await run.ToEndAsync(ids.Select(id => Target(id, inputs++)), results.Add);
        // What is said of all results is true of none, too.
        return inputs == 0 || results.Count > 0 ? results : throw new InvalidOperationException($"Of {inputs} customers none came out.");
    }

    /// <summary>Puts everything in, and hands on what comes out.</summary>
    public static async Task ToEndAsync(this WriteRun run, IEnumerable<CustomerInput> targets, Action<ScheduledReportResult> take)
    {
        foreach (var target in targets)
        {
            run.Add(target);
            while (run.IsFull)
            {
                await run.TakeHeadAsync(take);
            }
        }

        run.Complete();
        while (!run.IsEmpty)
        {
            await run.TakeHeadAsync(take);
        }
    }

    /// <summary>A customer as an input.</summary>
    public static CustomerInput Target(CustomerId id, int index) => new(id.ToString(), id, Name: null, index + 1);

    private static async Task TakeHeadAsync(this WriteRun run, Action<ScheduledReportResult> take)
    {
        await run.Head;
        foreach (var result in run.TakeReady())
        {
            take(result);
        }
    }
}
