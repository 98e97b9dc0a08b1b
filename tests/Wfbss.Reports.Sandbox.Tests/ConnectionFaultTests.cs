using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class ConnectionFaultTests : SandboxTest
{
    public static TheoryData<string, bool, int> Cuts => new()
    {
        { nameof(SandboxFault.RefuseConnection), true, 0 },
        { nameof(SandboxFault.DropBeforeCommit), true, 0 },
        { nameof(SandboxFault.DropAfterCommit), true, 1 },
        { nameof(SandboxFault.CloseBeforeCommit), false, 0 },
        { nameof(SandboxFault.CloseAfterCommit), false, 1 },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task A_cut_connection_is_reset_or_closed_before_or_after_the_commit(string name, bool reset, int stored)
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.All(TimeSpan.Zero, TimeSpan.Zero).First(fault => fault.Name == name));
        using var request = Caller.Signed("POST", Caller.Api + "report?" + Cids(First), Bodies.Weekly);

        var raw = await RawCall.SendAsync(Server, request);

        Assert.Equal(new RawCall("", reset), raw);
        Assert.Equal(stored, First.Reports.Count);
        Assert.Equal(0, Assert.Single(Server.Counters.Log).Status);
        Assert.Equal(1, Server.Counters.FaultsInjected[name]);
    }

    [Fact]
    public async Task A_truncated_reply_promises_more_than_comes()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.Truncate);
        using var request = Caller.Signed("POST", Caller.Api + "report?" + Cids(First), Bodies.Weekly);

        var raw = await RawCall.SendAsync(Server, request);

        var parts = raw.Received.Split("\r\n\r\n");
        var promised = int.Parse(parts[0].Split("Content-Length: ")[1], CultureInfo.InvariantCulture);
        Assert.StartsWith("HTTP/1.1 200 OK", raw.Received, StringComparison.Ordinal);
        Assert.StartsWith("{\"customers\":[{\"rtid\":1", parts[1], StringComparison.Ordinal);
        Assert.Equal(promised / 2, parts[1].Length);
        Assert.False(raw.WasReset);
        Assert.Single(First.Reports);
    }

    [Fact]
    public async Task A_client_sees_a_truncated_reply_as_an_error()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.Truncate);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => Caller.PostAsync("report?" + Cids(First), Bodies.Weekly));

        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(exception.InnerException).HttpRequestError);
    }

    [Fact]
    public async Task A_delayed_reply_is_committed_at_once()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await StartAsync(new SandboxOptions { TimeProvider = time });
        Server.Faults.Script(SandboxFault.DelayReply(TimeSpan.FromMinutes(5)));

        var call = Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        await Patience.UntilAsync(() => First.Reports.Count == 1);
        var running = (call.IsCompleted, Server.Counters.InFlight);
        await AdvanceUntilAsync(time, call);

        Assert.Equal((false, 1), running);
        Assert.Equal("Done", (await call).Customer.GetProperty("result").GetString());
    }

    [Fact]
    public async Task A_delayed_commit_happens_although_the_client_has_gone()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await StartAsync(new SandboxOptions { TimeProvider = time });
        Server.Faults.Script(SandboxFault.DelayCommit(TimeSpan.FromMinutes(5)));
        using var patience = new CancellationTokenSource();

        var call = Caller.SendAsync("POST", Caller.Api + "report?" + Cids(First), Bodies.Weekly, cancellationToken: patience.Token);
        await Patience.UntilAsync(() => Server.Counters.InFlight == 1);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(First.Reports);
        await AdvanceUntilAsync(time, Server.Counters.WaitForQuietAsync());

        Assert.Single(First.Reports);
    }

    [Fact]
    public async Task Latency_is_not_cut_short_by_a_client_that_leaves()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await StartAsync(new SandboxOptions { TimeProvider = time, Latency = TimeSpan.FromSeconds(1) });
        using var patience = new CancellationTokenSource();

        var call = Caller.SendAsync("POST", Caller.Api + "report?" + Cids(First), Bodies.Weekly, cancellationToken: patience.Token);
        await Patience.UntilAsync(() => Server.Counters.InFlight == 1);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await AdvanceUntilAsync(time, Server.Counters.WaitForQuietAsync());

        Assert.Single(First.Reports);
    }

    [Fact]
    public async Task A_paused_port_refuses_and_what_was_stored_is_there_when_it_listens_again()
    {
        await StartAsync();
        var address = Server.BaseUri;
        await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        for (var i = 0; i < 5; i++)
        {
            await Server.PauseListeningAsync();
            await Server.PauseListeningAsync();
            var exception = await Assert.ThrowsAsync<HttpRequestException>(() => Caller.GetAsync("customers"));
            Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
            await Server.ResumeListeningAsync();
            await Server.ResumeListeningAsync();
            Assert.Single((await Caller.GetAsync("report?" + Cids(First))).Reports);
        }

        Assert.Equal(address, Server.BaseUri);
    }

    [Fact]
    public async Task Pausing_cuts_connections_that_are_in_use()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.DelayReply(TimeSpan.FromHours(1)));
        var call = Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        await Patience.UntilAsync(() => First.Reports.Count == 1);

        await Server.PauseListeningAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_does_not_wait_for_requests_that_hang(bool inLatency)
    {
        await StartAsync(new SandboxOptions { Latency = inLatency ? TimeSpan.FromHours(1) : TimeSpan.Zero });
        Server.Faults.Script(SandboxFault.DelayCommit(TimeSpan.FromHours(1)), times: 5);
        var calls = Enumerable.Range(0, 5).Select(_ => Caller.PostAsync("report?" + Cids(First), Bodies.Weekly)).ToArray();
        await Patience.UntilAsync(() => Server.Counters.InFlight == 5);

        await Server.DisposeAsync();
        await Server.DisposeAsync();

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => call);
        }

        await Server.Counters.WaitForQuietAsync();
        Assert.Empty(First.Reports);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Server.ResumeListeningAsync());
    }

    // Several times, because the wait may begin only after the clock was first moved.
    private static async Task AdvanceUntilAsync(FakeTimeProvider time, Task task)
    {
        await Patience.UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromMinutes(5));
            return task.IsCompleted;
        });
        await task;
    }
}
