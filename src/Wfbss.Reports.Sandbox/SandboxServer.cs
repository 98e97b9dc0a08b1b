using Wfbss.Reports.Sandbox.Customers;
using Wfbss.Reports.Sandbox.Hosting;
using Wfbss.Reports.Sandbox.Security;

namespace Wfbss.Reports.Sandbox;

/// <summary>The service in memory, on loopback only, for rehearsal and tests.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly SandboxParts _parts;
    private readonly Listener _listener;
    private int _disposed;

    private SandboxServer(SandboxOptions options)
    {
        var keyPair = KeyPair.For(options);
        AccessToken = keyPair.AccessToken;
        SecretKey = keyPair.SecretKey;
        _parts = new SandboxParts(
            options,
            new SandboxState(new CustomerFactory(options.Seed).Make(options.Customers, options.FullCustomers, options.ReportLimit)),
            new SandboxCounters(options.RequestLogCapacity),
            new SandboxFaults(options.Seed));
        _listener = new Listener(new RequestPipeline(_parts, keyPair, _stopping.Token));
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:port</c>.</summary>
    public Uri BaseUri => new($"http://127.0.0.1:{_listener.Port}");

    /// <summary>The access token, a GUID.</summary>
    public string AccessToken { get; }

    /// <summary>The secret key, text that is used as UTF-8.</summary>
    public string SecretKey { get; }

    /// <summary>The customers and their reports.</summary>
    public SandboxState State => _parts.State;

    /// <summary>What goes wrong with requests to come.</summary>
    public SandboxFaults Faults => _parts.Faults;

    /// <summary>What the service has seen.</summary>
    public SandboxCounters Counters => _parts.Counters;

    /// <summary>What it was started with.</summary>
    public SandboxOptions Options => _parts.Options;

    /// <summary>Makes the customers and starts to listen.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        options.Validate();
        var server = new SandboxServer(options);
        try
        {
            await server._listener.StartAsync(options.Port, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Cuts all connections and refuses new ones until <see cref="ResumeListeningAsync"/>; what is stored stays.</summary>
    public Task PauseListeningAsync() => _listener.PauseAsync();

    /// <summary>Listens again on the same port.</summary>
    public Task ResumeListeningAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
        return _listener.StartAsync(_listener.Port, cancellationToken);
    }

    /// <summary>Stops at once, also when requests hang in latency or in a delay.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _listener.DisposeAsync();
        _stopping.Dispose();
    }
}
