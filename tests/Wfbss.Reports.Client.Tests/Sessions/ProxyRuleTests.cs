using System.Net;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;

namespace Wfbss.Reports.Client.Tests.Sessions;

public sealed class ProxyRuleTests
{
    [Theory]
    [InlineData("http://proxy.corp:8080")]
    [InlineData("http://proxy.corp")]
    [InlineData("HTTPS://proxy.corp:3129/")]
    [InlineData("http://[::1]:3128")]
    [InlineData("socks5://10.0.0.1:1080")]
    public void A_proxy_has_scheme_host_and_port(string address) => Assert.Null(ProxyRule.Violation(new Uri(address)));

    [Theory]
    [InlineData("proxy.corp:8080")]
    [InlineData("proxy.corp")]
    [InlineData("")]
    [InlineData("//proxy.corp:8080")]
    [InlineData("ftp://proxy.corp:8080")]
    [InlineData("file:///proxy")]
    [InlineData("http:proxy.corp")]
    [InlineData("socks5://proxy.corp")]
    public void Anything_else_is_refused_with_an_example(string address) =>
        Assert.Contains("http://proxy.corp:8080", ProxyRule.Violation(new Uri(address, UriKind.RelativeOrAbsolute)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://user:hidden@proxy.corp:8080")]
    [InlineData("user:hidden@proxy.corp:8080")]
    [InlineData("//user:hidden@proxy.corp:8080")]
    [InlineData("hidden@proxy.corp")]
    public void A_user_name_in_it_is_refused_and_not_shown(string address)
    {
        var proxy = new Uri(address, UriKind.RelativeOrAbsolute);

        Assert.Contains("-ProxyCredential", ProxyRule.Violation(proxy), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", BaseUriRule.Shown(proxy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_with_another_proxy_is_not_made()
    {
        var options = TestSessions.Options with { Proxy = new WebProxy(new Uri("ftp://user:hidden@proxy.corp")) };

        var failure = await Assert.ThrowsAsync<ArgumentException>(
            () => WfbssSession.ConnectAsync(options, SecretKey.FromText(TestSessions.Secret), verify: false, cancellationToken: TestContext.Current.CancellationToken));

        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }
}
