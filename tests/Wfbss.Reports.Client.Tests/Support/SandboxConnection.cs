using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>A service of its own on loopback, and a session with it that does not wait long between attempts.</summary>
internal sealed class SandboxConnection : IAsyncDisposable
{
    private SandboxConnection(SandboxServer server, WfbssSession session, RecordingLog log)
    {
        Server = server;
        Session = session;
        Log = log;
    }

    public SandboxServer Server { get; }

    public WfbssSession Session { get; }

    public RecordingLog Log { get; }

    /// <summary>The ids of the service's customers, in its order.</summary>
    public CustomerId[] Ids => [.. Server.State.Customers.Select(customer => new CustomerId(customer.Id))];

    /// <summary>The requests that wanted to write, in the order in which they came.</summary>
    public SandboxRequest[] Writes => [.. Server.Counters.Log.Where(request => request.IsWrite)];

    /// <summary>The requests that read reports.</summary>
    public SandboxRequest[] ReadBacks => [.. Server.Counters.Log.Where(request => request.Method == "GET" && request.Resource == "report")];

    public static async Task<SandboxConnection> OpenAsync(
        SandboxOptions? sandbox = null,
        Func<SessionOptions, SessionOptions>? configure = null)
    {
        var server = await SandboxServer.StartAsync(sandbox);
        return new SandboxConnection(server, await ConnectAsync(server, configure), new RecordingLog());
    }

    /// <summary>Another session with a service. Nothing is sent for it.</summary>
    public static Task<WfbssSession> ConnectAsync(SandboxServer server, Func<SessionOptions, SessionOptions>? configure = null)
    {
        var options = new SessionOptions
        {
            AccessToken = server.AccessToken,
            BaseUri = server.BaseUri,
            RetryInterval = TimeSpan.FromMilliseconds(10),
            Timeout = TimeSpan.FromSeconds(30),
        };
        return WfbssSession.ConnectAsync(configure?.Invoke(options) ?? options, SecretKey.FromText(server.SecretKey), verify: false);
    }

    public WriteRun Run(WriteRunOptions? options = null, ReportDefinition? definition = null) =>
        WriteRun.Create(Session, definition ?? Samples.WeeklyByEmail, options, Log);

    /// <summary>Creates the report for these customers, or for all.</summary>
    public async Task<List<ScheduledReportResult>> CreateAsync(
        IEnumerable<CustomerId>? ids = null,
        WriteRunOptions? options = null,
        ReportDefinition? definition = null)
    {
        await using var run = Run(options, definition);
        return await run.ToEndAsync(ids ?? Ids);
    }

    /// <summary>How many reports each customer has, in the service's order.</summary>
    public int[] ReportCounts(string? name = null) =>
        [.. Server.State.Customers.Select(customer => customer.Reports.Count(report => name is null || report.Name == name))];

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await Server.DisposeAsync();
    }
}
