using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Wfbss.Reports.Benchmarks.Hosting;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Testing;

namespace Wfbss.Reports.Benchmarks.Throughput;

/// <summary>A pooled HttpClient that signs and sends the same batches and looks at nothing but the status.</summary>
internal sealed class Yardstick(SandboxProcess sandbox, int inFlight) : IContender
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly byte[] _key = Encoding.UTF8.GetBytes(sandbox.SecretKey);
    private readonly byte[] _body = ReportBody.Write(Samples.WeeklyByEmail);

    public string Name => "yardstick";

    public double Target(TimeSpan latency) => 1;

    public async Task CreateAsync(IReadOnlyList<CustomerId> ids)
    {
        var batches = ids.Chunk(10).ToArray();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            int batch;
            while ((batch = Interlocked.Increment(ref next)) < batches.Length)
            {
                await SendAsync(batches[batch]);
            }
        })));
    }

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(CustomerId[] ids)
    {
        var target = "/SMPI/v2.8/service/wfbss/api/report?cids=" + string.Join(',', ids);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.BaseUri, target));
        Sign(request, target);
        using var response = await _client.SendAsync(request);
        var reply = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode || reply.Length == 0)
        {
            throw new InvalidOperationException($"The service answered {response.StatusCode}.");
        }
    }

    private void Sign(HttpRequestMessage request, string target)
    {
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("x-access-token", sandbox.AccessToken);
        request.Headers.Add("x-posix-time", time);
        request.Headers.Add("x-signature", Signer.Sign(_key, time, "POST", target, _body));
        request.Headers.Add("x-traceid", Guid.NewGuid().ToString());
        request.Content = new ByteArrayContent(_body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }
}
