using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Wfbss.Reports.Sandbox.Tests.Support;

/// <summary>Sends signed requests to a sandbox, each exactly once.</summary>
internal sealed class Caller : IDisposable
{
    public const string Api = "/SMPI/v2.8/service/wfbss/api/";

    private readonly SandboxServer _server;

    // A connection for each request: a pooled one that was cut would make the handler send a GET or DELETE again.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.Zero,
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    });

    public Caller(SandboxServer server) => _server = server;

    public string AccessToken => _server.AccessToken;

    public Task<Reply> GetAsync(string resource) => SendAsync("GET", Api + resource);

    public Task<Reply> DeleteAsync(string resource) => SendAsync("DELETE", Api + resource);

    public Task<Reply> PostAsync(string resource, string body) => SendAsync("POST", Api + resource, body);

    public Task<Reply> PutAsync(string resource, string body) => SendAsync("PUT", Api + resource, body);

    public async Task<Reply> SendAsync(string method, string target, string body = "", Action<HttpRequestMessage>? change = null, CancellationToken cancellationToken = default)
    {
        using var request = Signed(method, target, body);
        change?.Invoke(request);
        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new Reply(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, text);
    }

    public void Dispose() => _http.Dispose();

    public HttpRequestMessage Signed(string method, string target, string body)
    {
        var now = _server.Options.TimeProvider.GetUtcNow() + _server.Options.ClockOffset;
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var uri = new Uri(_server.BaseUri.GetLeftPart(UriPartial.Authority) + target);
        var request = new HttpRequestMessage(HttpMethod.Parse(method), uri);
        request.Headers.Add("x-access-token", _server.AccessToken);
        request.Headers.Add("x-posix-time", time);
        request.Headers.Add("x-signature", Signer.Sign(_server.SecretKey, time, method, target, body));
        request.Headers.Add("x-traceid", Guid.NewGuid().ToString());
        request.Headers.UserAgent.ParseAdd("Sandbox.Tests/1.0");
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        }

        return request;
    }
}
