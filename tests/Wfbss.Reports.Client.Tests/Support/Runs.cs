using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Runs, driven as the cmdlets drive them.</summary>
internal static class Runs
{
    public static WriteRun Create(IServiceTransport transport, WriteRunOptions? options = null, int retries = 3, TimeProvider? time = null) =>
        WriteRun.Create(
            TestSessions.Over(transport, TestSessions.Options with
            {
                MaximumRetryCount = retries,
                TimeProvider = time ?? new HurryingTime(),
            }),
            Samples.Weekly,
            options);

    /// <summary>Puts everything in and takes everything out; fails if that is nothing.</summary>
    public static async Task<List<ScheduledReportResult>> DriveAsync(this WriteRun run, IEnumerable<CustomerInput> targets)
    {
        var results = new List<ScheduledReportResult>();
        var inputs = 0;
        foreach (var target in targets)
        {
            inputs++;
            while (run.IsFull)
            {
                await run.Head.Soon();
                results.AddRange(run.TakeReady());
            }

            run.Add(target);
            results.AddRange(run.TakeReady());
        }

        run.Complete();
        while (!run.IsEmpty)
        {
            await run.Head.Soon();
            results.AddRange(run.TakeReady());
        }

        // What is said of all results is true of none, too.
        Assert.True(inputs == 0 || results.Count > 0, $"Of {inputs} customers none came out.");
        return results;
    }

    public static IEnumerable<CustomerInput> Targets(IEnumerable<CustomerId> ids) =>
        ids.Select((id, index) => Ids.Target(id, index + 1));
}
