using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Wfbss.Reports.Sandbox.Hosting;

/// <summary>One request and its reply on the wire, including the ways in which a connection can end.</summary>
internal sealed class Exchange(IFeatureCollection features)
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly IHttpRequestFeature _request = features.GetRequiredFeature<IHttpRequestFeature>();
    private readonly IHttpResponseFeature _response = features.GetRequiredFeature<IHttpResponseFeature>();
    private readonly IHttpResponseBodyFeature _responseBody = features.GetRequiredFeature<IHttpResponseBodyFeature>();
    private readonly IHttpRequestLifetimeFeature _lifetime = features.GetRequiredFeature<IHttpRequestLifetimeFeature>();

    public string Method => _request.Method;

    public string RawTarget => _request.RawTarget;

    public IHeaderDictionary Headers => _request.Headers;

    public IHeaderDictionary ResponseHeaders => _response.Headers;

    public bool HasStarted => _response.HasStarted;

    public async ValueTask<byte[]> ReadBodyAsync()
    {
        if (features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return [];
        }

        using var body = new MemoryStream((int)Math.Min(_request.Headers.ContentLength ?? 0, 64 * 1024));
        await _request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    public async Task ReplyAsync(int status, string contentType, ReadOnlyMemory<byte> body)
    {
        _response.StatusCode = status;
        _response.Headers.ContentType = contentType;
        _response.Headers.ContentLength = body.Length;
        await _responseBody.Writer.WriteAsync(body);
    }

    /// <summary>Sends a body of which nobody knows the length beforehand.</summary>
    public async Task StreamAsync(string contentType, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        _response.StatusCode = StatusCodes.Status200OK;
        _response.Headers.ContentType = contentType;
        var gone = _lifetime.RequestAborted;
        foreach (var part in parts)
        {
            if (gone.IsCancellationRequested)
            {
                return;
            }

            await _responseBody.Writer.WriteAsync(part, CancellationToken.None);
        }
    }

    /// <summary>Resets the connection.</summary>
    public void Abort() => _lifetime.Abort();

    /// <summary>Closes the connection in good order without a reply.</summary>
    public Task CloseAsync() => SendAndCloseAsync(ReadOnlyMemory<byte>.Empty);

    /// <summary>Sends the head of a whole reply and the first half of its body, then closes the connection in good order.</summary>
    public Task TruncateAsync(int status, string contentType, ReadOnlyMemory<byte> body)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n\r\n");
        return SendAndCloseAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body[..(body.Length / 2)].Span]);
    }

    // Past the server, on the socket itself: the server would repair or reset what is meant to arrive in halves.
    private async Task SendAndCloseAsync(ReadOnlyMemory<byte> bytes)
    {
        var gone = _lifetime.RequestAborted;
        try
        {
            var socket = features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
            if (!bytes.IsEmpty)
            {
                await socket.SendAsync(bytes, gone);
            }

            socket.Shutdown(SocketShutdown.Send);

            // A reset that overtakes the goodbye would turn it into another fault: the client closes first.
            await Task.Delay(LongestGoodbye, gone);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client has closed: that is what was waited for.
        }

        Abort();
    }
}
