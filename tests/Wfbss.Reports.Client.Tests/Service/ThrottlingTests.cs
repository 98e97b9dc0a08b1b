using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>429, and 503 with Retry-After: the write is not done, and the whole session waits as long as it is told.</summary>
public sealed class ThrottlingTests
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(60);

    public static TheoryData<string> RepliesWithATime => ["429 seconds", "429 date", "503 seconds", "503 date"];

    [Theory]
    [MemberData(nameof(RepliesWithATime))]
    public async Task Nothing_arrives_before_the_time_that_the_service_asked_for(string reply)
    {
        await using var service = await OpenAsync();
        var fault = reply.StartsWith("429", StringComparison.Ordinal)
            ? SandboxFault.TooManyRequests(Asked, reply.EndsWith("date", StringComparison.Ordinal))
            : SandboxFault.Unavailable(Asked, reply.EndsWith("date", StringComparison.Ordinal));
        service.Server.Faults.Script(fault);

        var results = await service.CreateAsync();

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.Equal(0, service.Server.Counters.EarlyRequests);
        Assert.True(service.Writes[^1].Time - service.Writes[0].Time >= Asked);
        Assert.All(service.ReportCounts(), count => Assert.Equal(1, count));
        Assert.Empty(service.ReadBacks);
        Assert.Contains(service.Log.VerboseLines, line => line.Contains("the service asks to wait", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_429_without_a_time_waits_as_a_back_off_does()
    {
        await using var service = await OpenAsync(TimeSpan.FromSeconds(10));
        service.Server.Faults.Script(SandboxFault.TooManyRequests(), times: 2);

        var result = Assert.Single(await service.CreateAsync(service.Ids.Take(1)));

        Assert.Equal("Done", result.Status);
        Assert.Equal(3, result.Attempts);
        // Half of a back-off is left to chance: 5 to 10 s, then 10 to 20 s.
        Assert.True(service.Writes[1].Time - service.Writes[0].Time >= TimeSpan.FromSeconds(5));
        Assert.True(service.Writes[2].Time - service.Writes[1].Time >= TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_429_that_asks_for_no_time_waits_as_a_back_off_does(bool asDate)
    {
        await using var service = await OpenAsync(TimeSpan.FromSeconds(10));
        service.Server.Faults.Script(SandboxFault.TooManyRequests(asDate ? TimeSpan.FromHours(-1) : TimeSpan.Zero, asDate));

        var result = Assert.Single(await service.CreateAsync(service.Ids.Take(1)));

        Assert.Equal("Done", result.Status);
        Assert.True(service.Writes[1].Time - service.Writes[0].Time >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_429_that_asks_for_years_is_waited_for_and_ends_at_once_when_the_run_is_given_up()
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(SandboxFault.TooManyRequests(TimeSpan.FromDays(3_000)));
        var run = service.Run();
        // One batch: with more, the one that is told to wait need not be the first.
        foreach (var target in service.Ids.Take(10).Select(RunExtensions.Target))
        {
            run.Add(target);
        }

        run.Complete();

        await Patience.UntilAsync(
            () => service.Log.VerboseLines.Any(line => line.Contains("asks to wait", StringComparison.Ordinal)), "the wait");
        var head = run.Head;
        Assert.False(head.IsCompleted);
        await run.DisposeAsync();

        Assert.True(head.IsCanceled);
    }

    [Fact]
    public async Task A_service_that_keeps_asking_to_wait_ends_as_not_done()
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(SandboxFault.Unavailable(TimeSpan.FromSeconds(2)), times: 6);

        var result = Assert.Single(await service.CreateAsync(service.Ids.Take(1)));

        Assert.Equal("NotDone", result.Status);
        Assert.Equal("HTTP 503: Under maintenance", result.Message);
        Assert.Equal(6, result.Attempts);
        Assert.Equal(0, service.Server.Counters.EarlyRequests);
        Assert.Equal(0, service.ReportCounts().Sum());
    }

    [Fact]
    public async Task After_a_429_fewer_batches_are_in_flight()
    {
        var time = new FastTime(speed: 30);
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 80, TimeProvider = time, Latency = time.Of(TimeSpan.FromMilliseconds(50)) },
            options => options with { TimeProvider = time, Timeout = time.Of(options.Timeout) });
        service.Server.Faults.Script(SandboxFault.TooManyRequests(Asked), times: 8);
        await using var run = service.Run(new WriteRunOptions { ThrottleLimit = 8 });
        var work = run.ToEndAsync(service.Ids);

        await Patience.UntilAsync(
            () => service.Server.Faults.ScriptedLeft == 0 && service.Server.Counters.InFlight == 0, "eight refusals");
        service.Server.Counters.Reset();
        var results = await work;

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        // Half of eight, and one more after four that went well.
        Assert.InRange(service.Server.Counters.MaxInFlight, 1, 5);
    }

    [Fact]
    public async Task The_pause_of_a_session_is_shared_by_all_its_runs()
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(SandboxFault.TooManyRequests(Asked));
        await using var first = service.Run();
        await using var second = service.Run(definition: Samples.WeeklyByEmail with { Name = "Another" });
        var firstWork = first.ToEndAsync(service.Ids.Take(1));

        await Patience.UntilAsync(
            () => service.Log.VerboseLines.Any(line => line.Contains("asks to wait", StringComparison.Ordinal)), "the wait");
        var results = await second.ToEndAsync(service.Ids.Skip(1).Take(1));
        results.AddRange(await firstWork);

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.Equal(3, service.Writes.Length);
        Assert.Equal(0, service.Server.Counters.EarlyRequests);
        Assert.All(service.Writes.Skip(1), write => Assert.True(write.Time - service.Writes[0].Time >= Asked));
    }

    // The grace is long because the machine may be busy between an answer and a request that was on its way.
    private static Task<SandboxConnection> OpenAsync(TimeSpan? retryInterval = null)
    {
        var time = new FastTime(speed: 30);
        return SandboxConnection.OpenAsync(
            new SandboxOptions { TimeProvider = time, EarlyRequestGrace = TimeSpan.FromSeconds(15) },
            options => options with
            {
                TimeProvider = time,
                Timeout = time.Of(options.Timeout),
                RetryInterval = retryInterval ?? options.RetryInterval,
            });
    }
}
