using Microsoft.Extensions.Time.Testing;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>Many batches at once: how many, in which order, and until when.</summary>
public sealed class RunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task No_more_batches_are_in_flight_than_were_allowed(int throttleLimit)
    {
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 400, Latency = TimeSpan.FromMilliseconds(5) });

        var results = await service.CreateAsync(options: new WriteRunOptions { ThrottleLimit = throttleLimit });

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.InRange(service.Server.Counters.MaxInFlight, 1, throttleLimit);
    }

    [Fact]
    public async Task Batches_are_sent_at_once_up_to_the_limit()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 100, TimeProvider = time, Latency = TimeSpan.FromSeconds(1) });
        await using var run = service.Run(new WriteRunOptions { ThrottleLimit = 4 });
        var work = run.ToEndAsync(service.Ids);

        // Nothing is answered before the time goes on, so all four are there together.
        await Patience.UntilAsync(() => service.Server.Counters.InFlight == 4, "four requests in flight");
        while (!work.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(work, Task.Delay(1));
        }

        Assert.All(await work, result => Assert.Equal("Done", result.Status));
        Assert.Equal(4, service.Server.Counters.MaxInFlight);
    }

    [Theory]
    [InlineData(23, new[] { 10, 10, 3 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(1, new[] { 1 })]
    [InlineData(0, new int[0])]
    public async Task Customers_are_sent_in_tens(int customers, int[] requests)
    {
        await using var service = await SandboxConnection.OpenAsync();

        await service.CreateAsync(service.Ids.Take(customers), new WriteRunOptions { ThrottleLimit = 1 });

        Assert.Equal(requests, service.Writes.Select(write => write.CustomerIds.Count));
    }

    [Fact]
    public async Task A_slow_batch_holds_back_the_output_behind_it_but_not_the_sending_up_to_the_bound()
    {
        var time = new WatchedTime(DateTimeOffset.UtcNow);
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 200, TimeProvider = time });
        var first = service.Ids[0].Value;
        service.Server.Faults.Script(
            SandboxFault.DelayReply(TimeSpan.FromMinutes(1)), when: request => request.CustomerIds.Contains(first));
        await using var run = service.Run(new WriteRunOptions { ThrottleLimit = 2 });
        var inputs = new Queue<CustomerInput>(service.Ids.Select(RunExtensions.Target));

        while (!run.IsFull)
        {
            run.Add(inputs.Dequeue());
        }

        await Patience.UntilAsync(() => service.Server.Counters.Commits == 80, "eight batches carried out");
        Assert.Equal(TimeSpan.FromMinutes(1), await time.NextWaitAsync().Soon());

        Assert.Equal(120, inputs.Count);
        Assert.False(run.Head.IsCompleted);
        Assert.Empty(run.TakeReady());
        time.Advance(TimeSpan.FromMinutes(1));
        var results = new List<ScheduledReportResult>();
        await run.ToEndAsync(inputs, results.Add);
        Assert.Equal(service.Ids.Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.All(results, result => Assert.Equal("Done", result.Status));
    }

    [Fact]
    public async Task The_first_results_come_out_before_the_last_input_goes_in()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 1_000 });
        await using var run = service.Run();
        var put = 0;
        var putBeforeFirst = 0;

        await run.ToEndAsync(
            service.Ids.Select((id, index) => { put++; return RunExtensions.Target(id, index); }),
            _ => putBeforeFirst = putBeforeFirst == 0 ? put : putBeforeFirst);

        Assert.InRange(putBeforeFirst, 10, 200);
        Assert.Equal(100, service.Server.Counters.Writes);
    }

    [Fact]
    public async Task After_its_time_a_run_starts_no_new_batch_and_gives_the_rest_as_not_attempted()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 30 }, options => options with { TimeProvider = time });
        await using var run = service.Run(new WriteRunOptions { MaxDuration = TimeSpan.FromHours(3) });
        var inputs = service.Ids.Select(RunExtensions.Target).ToArray();

        foreach (var input in inputs[..10])
        {
            run.Add(input);
        }

        await run.Head;
        time.Advance(TimeSpan.FromHours(3));
        var results = new List<ScheduledReportResult>();
        await run.ToEndAsync(inputs[10..], results.Add);

        Assert.Equal(
            [.. Enumerable.Repeat("Done", 10), .. Enumerable.Repeat("NotAttempted", 20)],
            results.Select(result => result.Status));
        Assert.All(results.Skip(10), result => Assert.Contains("the run's time limit (03:00:00) was reached", result.Message));
        Assert.Single(service.Writes);
    }

    [Fact]
    public async Task A_session_that_is_closed_during_a_run_leaves_no_customer_without_outcome()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 40, TimeProvider = time, Latency = TimeSpan.FromSeconds(1) });
        await using var run = service.Run(new WriteRunOptions { ThrottleLimit = 1 });
        var work = run.ToEndAsync(service.Ids);

        await Patience.UntilAsync(() => service.Server.Counters.InFlight == 1, "a request in flight");
        service.Session.Dispose();
        var results = await work;

        Assert.Equal(
            [.. Enumerable.Repeat("Unknown", 10), .. Enumerable.Repeat("NotAttempted", 30)],
            results.Select(result => result.Status));
        Assert.Equal(WfbssErrorKind.SessionClosed, run.Failure?.Kind);
    }

    [Fact]
    public async Task Two_sessions_at_once_share_nothing()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var paused = await SandboxConnection.OpenAsync(
            new SandboxOptions { Seed = 1 }, options => options with { TimeProvider = time });
        await using var free = await SandboxConnection.OpenAsync(new SandboxOptions { Seed = 2 });
        paused.Server.Faults.Script(SandboxFault.TooManyRequests(TimeSpan.FromHours(1)));
        await using var waiting = paused.Run();
        var work = waiting.ToEndAsync(paused.Ids);
        await Patience.UntilAsync(
            () => paused.Log.VerboseLines.Any(line => line.Contains("asks to wait", StringComparison.Ordinal)), "the wait");

        var results = await free.CreateAsync();

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.False(work.IsCompleted);
        Assert.NotEqual(paused.Session.AccessToken, free.Session.AccessToken);
        Assert.Equal(0, paused.Server.Counters.Unauthorized + free.Server.Counters.Unauthorized);
        Assert.Empty(free.Ids.Intersect(paused.Ids));
    }
}
