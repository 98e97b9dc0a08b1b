using System.Net;
using System.Net.Sockets;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Transport;

public sealed class ConnectionFailuresTests
{
    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public void Nothing_was_sent_if_no_connection_came_about(HttpRequestError error)
    {
        var exception = new HttpRequestException(error);
        Assert.Equal(AttemptFailure.NoConnection, ConnectionFailures.Classify(exception));
        Assert.Equal(AttemptFailure.NoConnection, ConnectionFailures.Classify(new InvalidOperationException("outer", exception)));
    }

    [Theory]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded)]
    public void Anything_else_may_have_been_sent(HttpRequestError error) =>
        Assert.Equal(
            AttemptFailure.Broken,
            ConnectionFailures.Classify(new HttpRequestException(error, inner: new SocketException((int)SocketError.ConnectionReset))));

    [Fact]
    public void A_proxy_that_wants_credentials_before_it_connects_has_let_nothing_through() =>
        Assert.Equal(
            AttemptFailure.ProxyDenied,
            ConnectionFailures.Classify(new HttpRequestException(
                HttpRequestError.ProxyTunnelError, statusCode: HttpStatusCode.ProxyAuthenticationRequired)));

    [Fact]
    public void A_proxy_that_the_runtime_does_not_know_is_never_connected_to() =>
        Assert.Equal(AttemptFailure.NoConnection, ConnectionFailures.Classify(new NotSupportedException()));

    [Fact]
    public void A_reply_that_is_too_large_may_have_been_preceded_by_the_deed() =>
        Assert.Equal(AttemptFailure.Broken, ConnectionFailures.Classify(new InvalidDataException()));
}
