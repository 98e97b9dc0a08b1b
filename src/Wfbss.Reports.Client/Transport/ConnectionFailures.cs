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
            if (MeansNoConnection(current)) return AttemptFailure.NoConnection;
        }

        return AttemptFailure.Broken;
    }

    private static bool MeansNoConnection(Exception exception) => exception switch
    {
#if NET
        HttpRequestException http => http.HttpRequestError is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
#else
        AuthenticationException => true,
        WebException web => web.Status is WebExceptionStatus.NameResolutionFailure
            or WebExceptionStatus.ProxyNameResolutionFailure
            or WebExceptionStatus.ConnectFailure
            or WebExceptionStatus.SecureChannelFailure
            or WebExceptionStatus.TrustFailure,
        SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused
            or SocketError.HostNotFound
            or SocketError.NoData
            or SocketError.TryAgain
            or SocketError.HostUnreachable
            or SocketError.NetworkUnreachable
            or SocketError.NetworkDown,
#endif
        _ => false,
    };
}
