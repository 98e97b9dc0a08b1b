using System.Net;
using System.Net.Sockets;

namespace Wfbss.Reports.Transport;

/// <summary>Makes the connections of a session: pooled, no redirects, no cookies, no compression.</summary>
internal static class HttpConnections
{
    /// <summary>The most requests that a session has under way at once, whatever the cmdlets ask for.</summary>
    public const int MostAtOnce = 256;

#if NET
    // Long enough for a slow handshake. A connection that does not come about is known not to have carried a request,
    // which a reply that does not come is not.
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(15);
#else
    // Without a name in .NET Standard 2.0.
    private const SecurityProtocolType SystemDefault = 0;
#endif

    /// <summary>
    /// Not an HttpClient: timeouts and headers are the attempt's own, which leaves nothing for it to do but to cost time.
    /// </summary>
    public static HttpMessageInvoker Create(SessionOptions options) => new(CreateHandler(options));

#if NET
    private static SocketsHttpHandler CreateHandler(SessionOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        // Long runs must notice when the service's name points elsewhere.
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseProxy = true,
        Proxy = options.Proxy,
        ConnectCallback = ConnectAsync,
    };

    // The handler's own connect timeout cannot be told from a reply that timed out; this one can.
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(LongestConnect);
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new SocketException((int)SocketError.TimedOut);
            }

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
#else
    private static HttpWebRequestHandler CreateHandler(SessionOptions options)
    {
        if (options.BaseUri.Scheme == Uri.UriSchemeHttps)
        {
            AllowTls12();
        }

        return new HttpWebRequestHandler(options.Proxy);
    }

    // Windows PowerShell 5.1 on older systems offers TLS 1.0 at most, and HttpWebRequest has no setting of its own for
    // it. So this is for the whole process, but it only ever adds; the system's default, where it is used, is left alone.
    private static void AllowTls12()
    {
        if (ServicePointManager.SecurityProtocol != SystemDefault)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }
#endif
}
