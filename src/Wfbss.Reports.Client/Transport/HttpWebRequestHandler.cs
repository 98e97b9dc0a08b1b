#if !NET
using System.Net;

namespace Wfbss.Reports.Transport;

/// <summary>
/// Sends over HttpWebRequest, which is what the handler of .NET Framework does as well, but with two things that it
/// keeps from its callers: a content type on a GET, and the status that tells whether a connection came about.
/// </summary>
internal sealed class HttpWebRequestHandler(IWebProxy? proxy) : HttpMessageHandler
{
    private const int LeaseMilliseconds = 10 * 60 * 1000;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var web = Compose(request);
        using var aborting = cancellationToken.Register(web.Abort);
        try
        {
            var reply = await ExchangeAsync(web, request).ConfigureAwait(false);
            return WebReply.ToMessage(web, reply, request);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Abort shows as one exception or another, by where it struck.
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static async Task<HttpWebResponse> ExchangeAsync(HttpWebRequest web, HttpRequestMessage request)
    {
        try
        {
            if (request.Method != HttpMethod.Get)
            {
                await WriteBodyAsync(web, request.Content).ConfigureAwait(false);
            }

            return (HttpWebResponse)await web.GetResponseAsync().ConfigureAwait(false);
        }
        catch (WebException exception) when (exception.Response is HttpWebResponse refusal)
        {
            // A status of 400 or more comes as an exception; here it is a reply like any other.
            return refusal;
        }
    }

    // Also when it is empty: what has a body, of whatever length, .NET Framework does not send again by itself on a
    // connection that broke. It would do so with the same time and signature, and hide the answer to the first.
    private static async Task WriteBodyAsync(HttpWebRequest web, HttpContent? content)
    {
        var body = content is null ? [] : await content.ReadAsByteArrayAsync().ConfigureAwait(false);
        web.ContentLength = body.Length;
        using var stream = await web.GetRequestStreamAsync().ConfigureAwait(false);
        await stream.WriteAsync(body, 0, body.Length).ConfigureAwait(false);
    }

    private HttpWebRequest Compose(HttpRequestMessage request)
    {
        var web = WebRequest.CreateHttp(request.RequestUri);
        web.Method = request.Method.Method;
        web.AllowAutoRedirect = false;
        web.AutomaticDecompression = DecompressionMethods.None;
        web.Proxy = proxy ?? WebRequest.DefaultWebProxy;
        Adjust(web.ServicePoint);

        foreach (var header in request.Headers)
        {
            SetHeader(web, header.Key, string.Join(" ", header.Value));
        }

        web.ContentType = request.Content?.Headers.ContentType?.ToString();
        return web;
    }

    // Two of the headers that are sent may be set through properties only.
    private static void SetHeader(HttpWebRequest web, string name, string value)
    {
        if (name.Equals("User-Agent", StringComparison.OrdinalIgnoreCase))
        {
            web.UserAgent = value;
        }
        else if (name.Equals("Accept", StringComparison.OrdinalIgnoreCase))
        {
            web.Accept = value;
        }
        else
        {
            web.Headers[name] = value;
        }
    }

    // Of the service point that the request will use: behind a proxy that is the proxy's.
    private static void Adjust(ServicePoint servicePoint)
    {
        // .NET Framework allows two connections per server unless told otherwise, which would undo ThrottleLimit.
        servicePoint.ConnectionLimit = Math.Max(servicePoint.ConnectionLimit, HttpConnections.MostAtOnce);
        servicePoint.Expect100Continue = false;
        // Head and body go out in two writes; the second would wait for the first to be acknowledged.
        servicePoint.UseNagleAlgorithm = false;
        // Long runs must notice when the service's name points elsewhere.
        servicePoint.ConnectionLeaseTimeout = LeaseMilliseconds;
    }
}
#endif
