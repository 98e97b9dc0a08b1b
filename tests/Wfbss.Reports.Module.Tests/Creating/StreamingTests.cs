using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class StreamingTests
{
    private static readonly SandboxOptions Many = new() { Customers = 1_000 };

    [Fact]
    public async Task The_first_results_come_out_before_the_last_input_goes_in()
    {
        await using var place = await Workplace.StartAsync(Many);
        var seen = new TaskCompletionSource();

        var run = await place.RunAsync(
            $"$ids | New-WfbssScheduledReport {Workplace.Weekly} | ForEach-Object {{ $null = $seen.TrySetResult(); $_ }}",
            ("ids", place.Ids.TakeWhile(_ => !seen.Task.IsCompleted)),
            ("seen", seen));

        // The input ends because a result was seen; otherwise all thousand would have gone in.
        Assert.InRange(run.Clean().Output.Count, 1, 999);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task As_many_batches_are_in_flight_as_the_throttle_allows_and_no_more(int limit)
    {
        var time = new HeldTime();
        await using var place = await Workplace.StartAsync(time, Many);

        var running = place.Host.Start(
            $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -ThrottleLimit {limit}", ("ids", place.Ids[..200]));
        await running.UntilAsync(time.HasBegunAsync(limit));
        time.Open();

        Assert.Equal(200, (await running.Completion).Clean().Output.Count);
        Assert.Equal(limit, place.Server.Counters.MaxInFlight);
    }

    [Fact]
    public async Task The_input_is_not_collected_while_the_service_is_slow()
    {
        var time = new HeldTime();
        await using var place = await Workplace.StartAsync(time, Many);
        var taken = 0;

        var running = place.Host.Start(
            $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -ThrottleLimit 2",
            ("ids", place.Ids.Select(id =>
            {
                Interlocked.Increment(ref taken);
                return id;
            })));
        await running.UntilAsync(time.HasBegunAsync(2));
        time.Release(2);
        await running.UntilAsync(time.HasBegunAsync(4));

        Assert.InRange(Volatile.Read(ref taken), 40, 200);
        time.Open();
        Assert.Equal(1_000, (await running.Completion).Clean().Output.Count);
    }

    [Theory]
    [InlineData("ForEach-Object { $_; break }")]
    [InlineData("ForEach-Object { $_; throw 'enough' }")]
    [InlineData("Select-Object -First 1")]
    public async Task When_downstream_has_enough_nothing_more_is_sent(string enough)
    {
        var time = new HeldTime();
        await using var place = await Workplace.StartAsync(time, Many);

        var running = place.Host.Start(
            $"do {{ $ids | New-WfbssScheduledReport {Workplace.Weekly} -ThrottleLimit 3 | {enough} }} while ($false)",
            ("ids", place.Ids));
        await running.UntilAsync(time.HasBegunAsync(3));
        time.Release(3);
        var run = await running.Completion;

        Assert.Equal("Done", Assert.Single(run.Outcomes).Status);
        await AssertQuietAsync(place, time, mostWrites: 6);
    }

    [Fact]
    public async Task A_first_error_that_stops_the_script_stops_the_run()
    {
        await using var place = await Workplace.StartAsync(Many);
        string[] inputs = [Guid.NewGuid().ToString(), .. place.Ids];

        var run = await place.CreateAsync(inputs, "-ThrottleLimit 2 -ErrorAction Stop");

        Assert.Equal("NotReturned", Assert.Single(run.Outcomes).Status);
        run.FailedWith("NotReturned");
        await place.Server.Counters.WaitForQuietAsync();
        var writes = place.Server.Counters.Writes;
        Assert.InRange(writes, 1, 20);
        await AssertUsableAsync(place);
        Assert.Equal(writes + 1, place.Server.Counters.Writes);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_run_at_once_although_the_service_does_not_answer()
    {
        var time = new HeldTime();
        await using var place = await Workplace.StartAsync(time, Many);

        var running = place.Host.Start(
            $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -ThrottleLimit 3", ("ids", place.Ids));
        await running.UntilAsync(time.HasBegunAsync(3));
        var run = await running.StopAsync();

        Assert.True(run.WasStopped);
        Assert.Empty(run.Errors);
        await AssertQuietAsync(place, time, mostWrites: 3);
    }

    [Fact]
    public async Task Ctrl_C_while_connecting_and_while_listing_ends_at_once()
    {
        var time = new HeldTime();
        await using var place = await Workplace.StartAsync(time, Many);

        var listing = place.Host.Start("Get-WfbssCustomer");
        await listing.UntilAsync(time.HasBegunAsync(1));
        Assert.True((await listing.StopAsync()).WasStopped);

        var connecting = place.Host.Start("Connect-Wfbss -AccessToken $token -SecretKey $key -BaseUri $uri");
        await connecting.UntilAsync(time.HasBegunAsync(2));
        Assert.True((await connecting.StopAsync()).WasStopped);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_wait_before_a_retry()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.Faults.Script(SandboxFault.TooManyRequests(TimeSpan.FromHours(1)), times: 100);
        var waits = new TaskCompletionSource();

        var running = place.Host.Start(
            $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -ThrottleLimit 1 -Verbose 4>&1 | ForEach-Object {{ if (\"$_\" -like '*asks to wait*') {{ $null = $waits.TrySetResult() }} }}",
            ("ids", place.Ids),
            ("waits", waits));
        await running.UntilAsync(waits.Task);

        Assert.True((await running.StopAsync()).WasStopped);
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    private static async Task AssertQuietAsync(Workplace place, HeldTime time, int mostWrites)
    {
        time.Open();
        await place.Server.Counters.WaitForQuietAsync();
        var writes = place.Server.Counters.Writes;
        Assert.InRange(writes, 1, mostWrites);
        await AssertUsableAsync(place);

        // Of the run that was ended, nothing came after it was quiet.
        Assert.Equal(writes + 1, place.Server.Counters.Writes);
        Assert.Empty(ModuleFailures.Unobserved());
    }

    private static async Task AssertUsableAsync(Workplace place) =>
        Assert.Equal("Done", (await place.CreateAsync(place.Ids[^1..])).Clean().Outcomes.Single().Status);
}
