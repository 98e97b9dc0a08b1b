using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Client.Tests.Sessions;

public sealed class BaseUriRuleTests
{
    [Theory]
    [InlineData("https://cspi.trendmicro.com")]
    [InlineData("https://cspi.trendmicro.com/")]
    [InlineData("HTTPS://cspi.trendmicro.com:8443/prefix")]
    [InlineData("https://10.0.0.1")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://127.1.2.3")]
    [InlineData("http://[::1]:5000")]
    public void Https_goes_anywhere_and_http_to_this_machine_itself(string address) => BaseUriRule.Check(new Uri(address));

    [Theory]
    [InlineData("http://cspi.trendmicro.com")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://[::2]")]
    [InlineData("http://0.0.0.0")]
    [InlineData("ftp://localhost")]
    [InlineData("file:///tmp")]
    [InlineData("ws://localhost")]
    [InlineData("/SMPI")]
    [InlineData("cspi.trendmicro.com")]
    public void Anything_else_is_refused_with_an_advice(string address)
    {
        var failure = Refused(address);
        Assert.Contains(address, failure.Message, StringComparison.Ordinal);
        Assert.Contains("https://", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://cspi.trendmicro.com/?a=hidden")]
    [InlineData("https://cspi.trendmicro.com/#hidden")]
    [InlineData("https://user:hidden@cspi.trendmicro.com/")]
    [InlineData("https://user:hidden@cspi.trendmicro.com/?a=hidden")]
    [InlineData("http://user:hidden@localhost/")]
    [InlineData("http://user:hidden@cspi.trendmicro.com/?a=hidden")]
    [InlineData("ftp://user:hidden@cspi.trendmicro.com/")]
    [InlineData("user:hidden@cspi.trendmicro.com")]
    [InlineData("hidden@cspi.trendmicro.com")]
    public void More_than_an_address_is_refused_and_not_shown(string address) =>
        Assert.DoesNotContain("hidden", Refused(address).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://user:hidden@cspi.trendmicro.com/")]
    [InlineData("user:hidden@cspi.trendmicro.com")]
    public void A_user_name_gets_the_advice_where_the_key_pair_goes(string address) =>
        Assert.Contains("-Credential", Refused(address).RecommendedAction, StringComparison.Ordinal);

    [Fact]
    public void The_default_is_allowed() => BaseUriRule.Check(SessionOptions.DefaultBaseUri);

    private static WfbssException Refused(string address)
    {
        var failure = Assert.Throws<WfbssException>(() => BaseUriRule.Check(new Uri(address, UriKind.RelativeOrAbsolute)));
        Assert.Equal(WfbssErrorKind.HttpsRequired, failure.Kind);
        return failure;
    }
}
