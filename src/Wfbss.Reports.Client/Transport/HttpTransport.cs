using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;

namespace Wfbss.Reports.Transport;

/// <summary>One attempt over the session's pooled connections: time, sign, send, read a bounded reply.</summary>
internal sealed class HttpTransport : IServiceTransport
{
    /// <summary>The largest reply that is read, in bytes. A page of 100 customers is well below a tenth of it.</summary>
    public const int LargestReply = 16 * 1024 * 1024;

    private const int DeepestReply = 32;
    private static readonly byte[] NoBody = [];

    // Neither is changed once it is made, so all requests share them.
    private static readonly MediaTypeHeaderValue JsonType = new("application/json") { CharSet = "utf-8" };
    private static readonly string UserAgent = $"Wfbss.Reports/{typeof(HttpTransport).Assembly.GetName().Version?.ToString(3)}";

    private readonly HttpMessageInvoker _connections;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private readonly SessionOptions _options;
    private readonly SecretKey _key;
    private readonly string _apiRoot;

    public HttpTransport(SessionOptions options, SecretKey key)
    {
        _options = options;
        _key = key;
        _connections = HttpConnections.Create(options);
        _closed = _closing.Token;
        var version = options.ApiVersion.Length == 0 ? "" : "/" + options.ApiVersion;
        _apiRoot = options.BaseUri.AbsoluteUri.TrimEnd('/') + $"/SMPI{version}/service/wfbss/api/";
    }

    public async Task<Attempt> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var traceId = Guid.NewGuid().ToString();
        // A key that was wiped meanwhile fails here, where it is certain that nothing was sent.
        using var message = Compose(request, traceId);
        var started = Stopwatch.GetTimestamp();
        using var timeout = _options.TimeProvider.CreateCancellationTokenSource(_options.Timeout);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, _closed);
        try
        {
            using var response = await _connections.SendAsync(message, end.Token).ConfigureAwait(false);
            var body = await BoundedBody.ReadAsync(response.Content, LargestReply, end.Token).ConfigureAwait(false);
            return new Attempt
            {
                Request = request,
                TraceId = traceId,
                Reply = Read(response, body),
                ClockSkew = _options.TimeProvider.GetUtcNow() - response.Headers.Date,
                Elapsed = Since(started),
            };
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failure = timeout.IsCancellationRequested
                ? AttemptFailure.TimedOut
                : ConnectionFailures.Classify(exception);
            return new Attempt
            {
                Request = request,
                TraceId = traceId,
                Failure = failure,
                FailureText = Describe(failure, exception),
                Exception = exception,
                Elapsed = Since(started),
            };
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _connections.Dispose();
        _closing.Dispose();
    }

    private HttpRequestMessage Compose(ServiceRequest request, string traceId)
    {
        var uri = new Uri(_apiRoot + request.Resource + request.Query);
        var posixTime = _options.TimeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        var message = new HttpRequestMessage(request.Method, uri);
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.Add("x-access-token", _options.AccessToken);
        message.Headers.Add("x-posix-time", posixTime);
        // Not the query as it was built, but what the client will write: the two must never differ.
        message.Headers.Add(
            "x-signature",
            RequestSigner.Sign(_key, posixTime, request.Method.Method, uri.PathAndQuery, request.Body));
        message.Headers.Add("x-traceid", traceId);

        // Content, even when empty, also keeps the handler from repeating a DELETE by itself on a connection that
        // broke: it repeats only what has no content, and would do so with the same time and signature.
        message.Content = new ByteArrayContent(request.Body.Length == 0 ? NoBody : request.Body);
        message.Content.Headers.ContentType = JsonType;
        return message;
    }

    private ServiceReply Read(HttpResponseMessage response, byte[] body)
    {
        var json = ParseJson(body);
        var status = (int)response.StatusCode;
        return new ServiceReply
        {
            Status = status,
            Json = json,
            IsEmpty = body.Length == 0,
            ErrorText = status is >= 200 and < 300 ? "" : ErrorBody.Read(json, body),
            RetryAfter = RetryAfterOf(response),
            Date = response.Headers.Date,
        };
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        // The service's own clock, where it tells it: a date means nothing on a clock that is off.
        { Date: { } date } => Max(date - (response.Headers.Date ?? _options.TimeProvider.GetUtcNow()), TimeSpan.Zero),
        _ => null,
    };

    private static JsonElement? ParseJson(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestReply });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Describe(AttemptFailure failure, Exception exception) => failure switch
    {
        AttemptFailure.NoConnection or AttemptFailure.ProxyDenied => $"no connection to {_options.BaseUri.Authority} ({ConnectionFailures.Describe(exception)})",
        AttemptFailure.TimedOut => FormattableString.Invariant($"no reply within {_options.Timeout.TotalSeconds:0.###} s"),
        _ => $"the connection broke before the reply was whole ({ConnectionFailures.Describe(exception)})",
    };

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Since(long started) =>
        TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - started) / (double)Stopwatch.Frequency);
}
