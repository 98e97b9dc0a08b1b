using System.Diagnostics;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Testing.Clocks;

namespace Wfbss.Reports.Testing.Storms;

/// <summary>
/// Creates, changes, removes or syncs reports of many customers while every kind of fault strikes at once. Client and service share a clock that
/// runs fast, so that waits of seconds cost a fraction of one.
/// </summary>
internal static class Storm
{
    private const double Speed = 20;

    // Long enough for a busy machine: a reply that is late by itself would be a fault that nobody counted.
    private static readonly TimeSpan ClientTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PastTheTimeout = TimeSpan.FromSeconds(40);

    // Well within the timeout: what a service carries out after the read-back is not part of the promise.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static async Task<StormFigures> RunAsync(StormOptions options)
    {
        await using var server = await StartAsync(options);
        using var session = await ConnectAsync(server, options);
        var work = StormWork.For(options, server, session);
        work.Prepare();
        LetLoose(server, options);

        var started = Stopwatch.GetTimestamp();
        var results = await work.WriteAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var figures = StormFigures.Of(options, server, results, elapsed) with { Broken = [.. work.BrokenBy(results)] };

        server.Faults.Clear();
        return figures with { Broken = [.. figures.Broken, .. await work.BrokenInTheCalmAsync(results)] };
    }

    /// <summary>A service on a clock that runs fast.</summary>
    public static Task<SandboxServer> StartAsync(StormOptions options) => SandboxServer.StartAsync(new SandboxOptions
    {
        Customers = options.Customers,
        Seed = options.Seed,
        TimeProvider = new FastTime(Speed),
        OmitCustomersWithoutReports = options.Seed % 2 == 0,
    });

    /// <summary>A session on the service's clock, with the patience that a storm needs.</summary>
    public static Task<WfbssSession> ConnectAsync(SandboxServer server, StormOptions options) =>
        WfbssSession.ConnectAsync(
            new SessionOptions
            {
                AccessToken = server.AccessToken,
                BaseUri = server.BaseUri,
                TimeProvider = server.Options.TimeProvider,
                Timeout = ClientTimeout,
                // With a quarter of all requests at fault, six in a row would strike now and then.
                MaximumRetryCount = options.BreaksReading ? 2 : 12,
            },
            SecretKey.FromText(server.SecretKey),
            verify: false);

    /// <summary>From now on, faults strike.</summary>
    public static void LetLoose(SandboxServer server, StormOptions options)
    {
        if (options.BreaksReading)
        {
            server.Faults.Script(SandboxFault.InternalError, int.MaxValue, request => !request.IsWrite);
        }

        SandboxFault[] faults = [.. SandboxFault.Storm(Delay, RetryAfter), SandboxFault.DelayReply(PastTheTimeout)];
        server.Faults.SetProbabilities(options.Faults, faults);
    }
}
