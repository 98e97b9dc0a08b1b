using System.Net;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>A proxy that does not connect is known to have let nothing through.</summary>
public sealed class ProxyTests
{
    private static readonly Uri Service = new("https://smpi.invalid");

    [Fact]
    public async Task A_proxy_that_cannot_be_reached_is_not_done()
    {
        await using var proxy = FixedProxy.Start("");
        await proxy.DisposeAsync();

        var (result, failure) = await CreateThroughAsync(proxy.Address, retries: 2);

        Assert.Equal(("NotDone", 3), (result.Status, result.Attempts));
        Assert.StartsWith("no connection to smpi.invalid", result.Message);
        Assert.Null(failure);
    }

    [Fact]
    public async Task A_proxy_that_wants_credentials_is_denied_at_once_with_the_advice_to_give_some()
    {
        await using var proxy = FixedProxy.Start("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");

        var (result, failure) = await CreateThroughAsync(proxy.Address, retries: 2);

        Assert.Equal(("Denied", 1), (result.Status, result.Attempts));
        Assert.Equal((WfbssErrorKind.AccessDenied, 407), (failure?.Kind, failure?.StatusCode));
        Assert.Contains("The proxy refused", failure!.Message);
        Assert.Contains("-ProxyCredential", failure.RecommendedAction);
        Assert.Equal(1, proxy.Connections);
    }

    [Fact]
    public async Task A_proxy_that_does_not_find_the_service_is_not_done_and_its_address_is_not_shown()
    {
        await using var proxy = FixedProxy.Start("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");

        var (result, _) = await CreateThroughAsync(proxy.Address, retries: 0);

        Assert.Equal(("NotDone", "no connection to smpi.invalid (the proxy answered HTTP 502)"), (result.Status, result.Message));
    }

    [Fact]
    public async Task A_proxy_of_a_kind_that_nobody_knows_is_not_done()
    {
        var (result, _) = await CreateThroughAsync(new Uri("gopher://127.0.0.1:70"), retries: 0);

        Assert.Equal("NotDone", result.Status);
    }

    private static async Task<(ScheduledReportResult Result, WfbssException? Failure)> CreateThroughAsync(Uri proxy, int retries)
    {
        await using var service = await SandboxConnection.OpenAsync(configure: options => options with
        {
            BaseUri = Service,
            Proxy = new OnlyProxy(proxy),
            MaximumRetryCount = retries,
        });
        await using var run = service.Run(new WriteRunOptions());

        var result = Assert.Single(await run.ToEndAsync(service.Ids.Take(1)));

        Assert.Equal(0, service.Server.Counters.Requests);
        return (result, run.Failure);
    }

    // Not a WebProxy, of which the session checks the address.
    private sealed class OnlyProxy(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
