using System.Net;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class CounterTests : SandboxTest
{
    [Fact]
    public async Task Every_call_is_counted_by_method_and_resource()
    {
        await StartAsync();
        await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly);
        await Caller.GetAsync("report?" + Cids(First));
        await Caller.PutAsync($"report?{Cids(First)}&rtid=1", Bodies.Monthly);
        await Caller.DeleteAsync($"report?{Cids(First)}&rtid=9");
        await Caller.GetAsync("customers/groups");

        var counters = Server.Counters;
        Assert.Equal((6, 4, 4, 0), (counters.Requests, counters.Writes, counters.Commits, counters.InFlight));
        Assert.Equal(
            new Dictionary<string, long> { ["POST report"] = 2, ["GET report"] = 1, ["PUT report"] = 1, ["DELETE report"] = 1, ["GET customers/groups"] = 1 },
            counters.RequestsByMethodAndResource);
    }

    [Fact]
    public async Task The_most_requests_at_once_are_seen()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.DelayReply(TimeSpan.FromHours(1)), times: 4);

        var calls = Enumerable.Range(0, 4).Select(_ => Caller.GetAsync("customers")).ToArray();
        await Patience.UntilAsync(() => Server.Counters.InFlight == 4);
        await Server.DisposeAsync();

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => call);
        }

        await Server.Counters.WaitForQuietAsync();
        Assert.Equal((4, 0), (Server.Counters.MaxInFlight, Server.Counters.InFlight));
    }

    [Fact]
    public async Task Four_senders_are_never_more_than_four_at_once()
    {
        await StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var i = 0; i < 100; i++)
            {
                await Caller.GetAsync("customers?limit=1");
            }
        }));

        Assert.InRange(Server.Counters.MaxInFlight, 1, 4);
        Assert.Equal(400, Server.Counters.Requests);
    }

    [Fact]
    public async Task Sequential_requests_are_never_two_at_once()
    {
        await StartAsync();

        for (var i = 0; i < 200; i++)
        {
            await Caller.GetAsync("customers?limit=1");
        }

        Assert.Equal(1, Server.Counters.MaxInFlight);
    }

    [Fact]
    public async Task The_log_tells_everything_of_a_request_but_its_secrets()
    {
        await StartAsync();
        await Caller.PutAsync($"report?{Cids(First, Second)}&name=weekly%20report", Bodies.Weekly);

        var request = Assert.Single(Server.Counters.Log);
        Assert.Equal(("PUT", "report", 200, true), (request.Method, request.Resource, request.Status, request.IsWrite));
        Assert.Equal($"{Caller.Api}report?{Cids(First, Second)}&name=weekly%20report", request.RawTarget);
        Assert.Equal(Bodies.Weekly, request.Body);
        Assert.Equal([First.Id, Second.Id], request.CustomerIds);
        Assert.Equal(("weekly report", null), (request.ReportName, request.Rtid));
        Assert.Equal("Sandbox.Tests/1.0", request.UserAgent);
        Assert.Equal("application/json; charset=utf-8", request.ContentType);
        Assert.True(Guid.TryParse(request.TraceId, out _));
        Assert.Equal(request.Time.ToUnixTimeSeconds(), long.Parse(request.PosixTime!, System.Globalization.CultureInfo.InvariantCulture), 5d);
        Assert.Equal(request.Time, DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_log_keeps_the_latest_requests_in_order()
    {
        await StartAsync(new SandboxOptions { RequestLogCapacity = 3 });

        for (var page = 1; page <= 5; page++)
        {
            await Caller.GetAsync($"customers?page={page}");
        }

        Assert.Equal([3, 4, 5], Server.Counters.Log.Select(request => request.RawTarget[^1] - '0'));
        Assert.Equal(5, Server.Counters.Requests);
    }

    [Fact]
    public async Task Reset_sets_everything_back()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.NotFound);
        await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        Assert.Equal((2, 2, 1), (Server.Counters.Requests, Server.Counters.Writes, Server.Counters.Commits));

        Server.Counters.Reset();

        var counters = Server.Counters;
        Assert.Equal((0, 0, 0, 0), (counters.Requests, counters.Writes, counters.Commits, counters.MaxInFlight));
        Assert.Empty(counters.RequestsByMethodAndResource);
        Assert.Empty(counters.FaultsInjected);
        Assert.Empty(counters.Log);
        Assert.Single(First.Reports);
    }

    [Fact]
    public async Task Quiet_comes_when_the_last_request_has_ended()
    {
        await StartAsync();
        Assert.True(Server.Counters.WaitForQuietAsync().IsCompletedSuccessfully);
        Server.Faults.Script(SandboxFault.DelayReply(TimeSpan.FromMilliseconds(50)));

        var call = Caller.GetAsync("customers");
        await Patience.UntilAsync(() => Server.Counters.InFlight == 1);
        await Server.Counters.WaitForQuietAsync();

        Assert.Equal(HttpStatusCode.OK, (await call).Status);
        Assert.Equal(0, Server.Counters.InFlight);
    }

    [Fact]
    public async Task Waiting_for_quiet_can_be_given_up()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.DelayReply(TimeSpan.FromHours(1)));
        using var patience = new CancellationTokenSource();
        var call = Caller.GetAsync("customers");
        await Patience.UntilAsync(() => Server.Counters.InFlight == 1);

        var quiet = Server.Counters.WaitForQuietAsync(patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => quiet);
        Assert.False(call.IsCompleted);
        await Server.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }
}
