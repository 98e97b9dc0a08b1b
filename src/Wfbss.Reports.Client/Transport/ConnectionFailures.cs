using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Wfbss.Reports.Transport;

/// <summary>Tells whether an exception means that no connection came about, so that nothing was sent.</summary>
internal static class ConnectionFailures
{
    public static AttemptFailure Classify(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (MeansNoConnection(current) is { } certain)
            {
                return certain ? AttemptFailure.NoConnection : AttemptFailure.Broken;
            }
        }

        return AttemptFailure.Broken;
    }

    // null: it does not say, but what is inside of it may.
    private static bool? MeansNoConnection(Exception exception) => exception switch
    {
#if NET
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError
        } => true,
#else
        WebException web => web.Status switch
        {
            WebExceptionStatus.NameResolutionFailure
                or WebExceptionStatus.ProxyNameResolutionFailure
                or WebExceptionStatus.ConnectFailure
                or WebExceptionStatus.SecureChannelFailure
                or WebExceptionStatus.TrustFailure => true,
            WebExceptionStatus.UnknownError => null,
            // A host that becomes unreachable shows in the same socket errors before and after sending: only the status
            // tells the two apart.
            _ => false,
        },
        AuthenticationException => true,
        // These come from connecting only.
        SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused
            or SocketError.HostNotFound
            or SocketError.NoData
            or SocketError.TryAgain
        } => true,
#endif
        _ => null,
    };
}
