using Wfbss.Reports.Planning;
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
    public static Task<List<ScheduledReportResult>> DriveAsync(this WriteRun run, IEnumerable<CustomerId> ids) =>
        run.ToEndAsync(ids).Soon();

    /// <summary>The same for inputs of any kind.</summary>
    public static Task<List<ScheduledReportResult>> DriveAsync(this WriteRun run, IEnumerable<CustomerInput> targets) =>
        run.ToEndAsync(targets).Soon();

    /// <summary>Puts all items in and takes all results out; fails if there are none, unless it is a rehearsal.</summary>
    public static async Task<List<ScheduledReportResult>> DriveItemsAsync(this WriteRun run, IEnumerable<WriteItem> items, bool isRehearsal = false)
    {
        var results = await run.ResultsAsync(items.ToAsyncEnumerable()).ToListAsync().AsTask().Soon();
        Assert.True(isRehearsal || results.Count > 0, "Nothing came out.");
        return results;
    }

    /// <summary>Carries out steps, whose results come out in the same order.</summary>
    public static async Task<SyncResult[]> ApplyAsync(this WriteRun run, IEnumerable<SyncStep> steps)
    {
        var writes = new PlannedWrites();
        var all = steps.ToArray();
        var results = await run.DriveItemsAsync(all.GroupBy(step => step.Customer).SelectMany(customer => writes.ItemsOf([.. customer])));
        Assert.Equal(all.GroupBy(step => step.Customer).SelectMany(customer => customer).Select(step => step.Result), results);
        return [.. all.Select(step => step.Result!)];
    }

    /// <summary>Items that create the weekly report, or do something else.</summary>
    public static WriteItem[] Items(IEnumerable<CustomerId> ids, WriteOperation? operation = null)
    {
        operation ??= new CreateOperation(Samples.Weekly);
        return [.. ids.Select(id => new WriteItem(RunExtensions.Target(id), operation))];
    }
}
