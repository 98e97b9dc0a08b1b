#if NET
using System.Globalization;
using System.Text.RegularExpressions;
#else
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
#endif

namespace Wfbss.Reports.Transport;

/// <summary>Tells whether an exception means that no connection came about, so that nothing was sent, and why.</summary>
internal static class ConnectionFailures
{
#if NET
    private static readonly Regex StatusAtEnd = new(@"'(\d{3})'\W*\z", RegexOptions.CultureInvariant);
#endif

    public static AttemptFailure Classify(Exception exception)
    {
        // The handler says so before it connects: of a proxy whose scheme it does not know.
        if (exception is NotSupportedException)
        {
            return AttemptFailure.NoConnection;
        }

#if NET
        if (TunnelStatus(exception) is 407)
        {
            return AttemptFailure.ProxyDenied;
        }
#endif
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (MeansNoConnection(current) is { } certain)
            {
                return certain ? AttemptFailure.NoConnection : AttemptFailure.Broken;
            }
        }

        return AttemptFailure.Broken;
    }

    /// <summary>The cause, for a person, without the period at its end.</summary>
    public static string Describe(Exception exception)
    {
#if NET
        // The runtime's own text has the proxy's address, which may have a password in it.
        if (TunnelStatus(exception) is { } status)
        {
            return $"the proxy answered HTTP {status}";
        }
#endif
        return exception.GetBaseException().Message.TrimEnd('.');
    }

#if NET
    // What a proxy answered in place of a tunnel to the service.
    private static int? TunnelStatus(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: { } status } => (int)status,
        // .NET 8 has it in the text alone, which is in no other language.
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused
            when StatusAtEnd.Match(refused.Message) is { Success: true } status => int.Parse(status.Groups[1].Value, CultureInfo.InvariantCulture),
        _ => null,
    };
#endif

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
