using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Transport;

/// <summary>Makes the one HttpClient of a session: pooled, no redirects, no cookies, no compression.</summary>
internal static class HttpConnections
{
#if NET
    // Long enough for a slow handshake. A connection that does not come about is known not to have carried a request,
    // which a reply that does not come is not.
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(15);

    /// <summary>Whether a request without body can carry the content type that the service wants on every request.</summary>
    public static bool SendsContentTypeWithoutBody => true;
#else
    /// <summary>Whether a request without body can carry the content type: .NET Framework refuses content on a GET.</summary>
    public static bool SendsContentTypeWithoutBody => false;
#endif

    public static HttpClient CreateClient(SessionOptions options)
    {
        // Timeouts are the attempt's, so that it can tell its own from those of others.
        var client = new HttpClient(CreateHandler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(UserAgent());
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client;
    }

    private static ProductInfoHeaderValue UserAgent()
    {
        var version = typeof(HttpConnections).Assembly.GetName().Version;
        return new ProductInfoHeaderValue("Wfbss.Reports", version?.ToString(3));
    }

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
    private static HttpClientHandler CreateHandler(SessionOptions options)
    {
        // .NET Framework allows two connections per server unless told otherwise, which would undo ThrottleLimit.
        var servicePoint = ServicePointManager.FindServicePoint(options.BaseUri);
        servicePoint.ConnectionLimit = Math.Max(servicePoint.ConnectionLimit, Pacer.MostAtOnce);
        servicePoint.Expect100Continue = false;
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseProxy = true,
            Proxy = options.Proxy ?? WebRequest.DefaultWebProxy,
        };
    }
#endif
}
