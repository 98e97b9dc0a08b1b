using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>A proxy on loopback that answers everything that it is sent with the same text.</summary>
internal sealed class FixedProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly Task _work;
    private int _connections;

    private FixedProxy(string answer)
    {
        _answer = Encoding.ASCII.GetBytes(answer);
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _work = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>How many connections there were so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public static FixedProxy Start(string answer) => new(answer);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _work;
    }

    private async Task ServeAsync()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                var stream = client.GetStream();
                if (await stream.ReadAsync(buffer) > 0)
                {
                    await stream.WriteAsync(_answer);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException)
        {
            // It was stopped, or the client has left.
        }
    }
}
