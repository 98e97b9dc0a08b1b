using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Planning;

/// <summary>Runs that read a portion, plan, write, and read on.</summary>
public sealed class PlannedRunTests
{
    private const int Customers = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly SyncPlanner Planner = new(new DesiredState([Samples.Weekly, Samples.Monthly]), new SyncOptions());

    [Fact]
    public async Task After_its_time_a_sync_neither_reads_nor_writes_and_the_rest_comes_out_in_order_as_not_attempted()
    {
        var time = new FakeTimeProvider();
        var written = new ConcurrentBag<CustomerId>();
        // Every request takes a minute.
        var transport = new ScriptedTransport(request =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            foreach (var id in request.IsWrite ? request.CustomerIds() : [])
            {
                written.Add(id);
            }

            return Attempts.Replied(request, 200, request.IsWrite
                ? Replies.Done(request.CustomerIds())
                : Replies.Of(request.CustomerIds().Select(id => $$"""{"id":"{{id}}","reports":[]}""")));
        });

        var results = await SyncAsync(transport, time);

        Assert.Equal(
            Ids.UpTo(Customers).SelectMany(id => new[] { (id.ToString(), "Weekly security"), (id.ToString(), Samples.Monthly.Name) }),
            results.Select(result => (result.CustomerId, result.ReportName)));
        // One that reads and one that writes may both have looked at the clock before the last minute was over.
        Assert.InRange(transport.Requests.Count, 10, 11);
        var done = results.Where(result => result.Succeeded).ToArray();
        Assert.NotEmpty(done);
        Assert.Equal(written.Select(id => id.ToString()).Order(), done.Select(result => result.CustomerId).Order());
        Assert.All(results.Except(done), result => Assert.Equal(ResultStatus.NotAttempted, result.Status));
        Assert.All(results.Except(done), result => Assert.Contains("00:10:00", result.Message, StringComparison.Ordinal));
    }

    private static async Task<List<ScheduledReportResult>> SyncAsync(ScriptedTransport transport, TimeProvider time)
    {
        var sender = TestSessions.SenderOver(transport, TestSessions.Options with { TimeProvider = time });
        var stop = new RunStop(time, Limit);
        var results = new List<ScheduledReportResult>();
        await using var run = new WriteRun(sender, new WriteRunOptions { ThrottleLimit = 1 }, JournalUse.Sync, stop: stop);
        var reader = new FleetReader(sender, throttleLimit: 1, stop);
        await run
            .ToEndAsync(reader, Ids.UpTo(Customers).Select(RunExtensions.Target).Chunk(10), customer => Planner.Plan(customer).Steps, results.Add)
            .Soon();
        return results;
    }
}
