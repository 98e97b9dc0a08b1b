using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Wfbss.Reports.Sandbox.Hosting;

/// <summary>The HTTP server on one loopback port, which can stop listening and come back on the same port.</summary>
internal sealed class Listener(IHttpApplication<Exchange> application) : IAsyncDisposable
{
    private const int LargestBody = 1024 * 1024;

    private readonly SemaphoreSlim _turn = new(1);
    private KestrelServer? _server;
    private Socket? _placeholder;

    public int Port { get; private set; }

    public async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_server is not null)
            {
                return;
            }

            _placeholder?.Dispose();
            _placeholder = null;
            await ListenAsync(port, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Cuts all connections and refuses new ones; the port stays reserved.</summary>
    public async Task PauseAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_server is null)
            {
                return;
            }

            await StopAsync();
            _placeholder = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _placeholder.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await StopAsync();
            _placeholder?.Dispose();
            _placeholder = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ListenAsync(int port, CancellationToken cancellationToken)
    {
        ListenOptions? endpoint = null;
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = LargestBody;
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            endpoint = listen;
        });
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(application, cancellationToken);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        _server = server;
        Port = endpoint!.IPEndPoint!.Port;
    }

    private async Task StopAsync()
    {
        if (_server is not { } server)
        {
            return;
        }

        _server = null;
        await server.StopAsync(new CancellationToken(canceled: true));
        server.Dispose();
    }
}
