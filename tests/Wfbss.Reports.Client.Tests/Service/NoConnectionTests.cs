using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>No connection: the write is known not to be done.</summary>
public sealed class NoConnectionTests
{
    [Fact]
    public async Task A_refused_port_is_tried_again_until_the_service_is_back()
    {
        await using var service = await SandboxConnection.OpenAsync(
            configure: options => options with { MaximumRetryCount = 1_000 });
        await service.Server.PauseListeningAsync();
        await using var run = service.Run();
        var work = run.ToEndAsync(service.Ids);

        await Patience.UntilAsync(
            () => service.Log.VerboseLines.Any(line => line.Contains("retry 2 of", StringComparison.Ordinal)), "two retries");
        Assert.Equal(0, service.Server.Counters.Requests);
        await service.Server.ResumeListeningAsync();
        var results = await work;

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.All(results, result => Assert.False(result.ConfirmedByReadBack));
        Assert.All(service.ReportCounts(), count => Assert.Equal(1, count));
        Assert.Empty(service.ReadBacks);
        Assert.Equal(3, service.Writes.Length);
    }

    [Fact]
    public async Task A_port_that_stays_refused_ends_as_not_done_and_names_the_cause()
    {
        await using var service = await SandboxConnection.OpenAsync(configure: options => options with { MaximumRetryCount = 2 });
        await service.Server.PauseListeningAsync();

        var result = Assert.Single(await service.CreateAsync(service.Ids.Take(1)));

        Assert.Equal("NotDone", result.Status);
        Assert.Equal(3, result.Attempts);
        Assert.StartsWith($"no connection to 127.0.0.1:{service.Server.BaseUri.Port}", result.Message);
    }

    [Fact]
    public async Task An_unknown_host_name_is_not_done()
    {
        await using var service = await SandboxConnection.OpenAsync(configure: options => options with
        {
            BaseUri = new Uri("https://no-such-host.invalid"),
            MaximumRetryCount = 1,
        });

        var result = Assert.Single(await service.CreateAsync(service.Ids.Take(1)));

        Assert.Equal("NotDone", result.Status);
        Assert.Equal(2, result.Attempts);
        Assert.StartsWith("no connection to no-such-host.invalid", result.Message);
    }

    [Fact]
    public async Task A_TLS_handshake_that_fails_is_not_done()
    {
        await using var service = await SandboxConnection.OpenAsync(configure: options => options with
        {
            BaseUri = new UriBuilder(options.BaseUri) { Scheme = "https" }.Uri,
            MaximumRetryCount = 1,
        });

        var result = Assert.Single(await service.CreateAsync(service.Ids.Take(1)));

        Assert.Equal("NotDone", result.Status);
        Assert.Equal(2, result.Attempts);
        Assert.StartsWith("no connection to", result.Message);
        Assert.Equal(0, service.Server.Counters.Requests);
    }

    [Fact]
    public async Task Every_attempt_has_its_own_time_trace_id_and_signature()
    {
        var time = new FastTime(speed: 30);
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { TimeProvider = time, RejectRepeatedTraceIds = true },
            options => options with { TimeProvider = time, Timeout = time.Of(options.Timeout) });
        service.Server.Faults.Script(SandboxFault.TooManyRequests(TimeSpan.FromSeconds(5)), times: 3);

        var result = Assert.Single(await service.CreateAsync(service.Ids.Take(1)));

        Assert.Equal("Done", result.Status);
        Assert.Equal(4, result.Attempts);
        Assert.Equal(4, service.Writes.Select(write => write.TraceId).Distinct().Count());
        Assert.Equal(4, service.Writes.Select(write => write.PosixTime).Distinct().Count());
        Assert.Equal(service.Writes[^1].TraceId, result.TraceId);
        Assert.Equal(0, service.Server.Counters.Unauthorized);
    }
}
