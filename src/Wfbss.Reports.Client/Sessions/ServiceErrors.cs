using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Sessions;

/// <summary>Turns what an attempt tells into a failure with a sentence and an advice.</summary>
internal static class ServiceErrors
{
    public static WfbssException For(Verdict verdict, Attempt attempt, WfbssSession session) => verdict.Fate switch
    {
        WriteFate.Denied => Denied(verdict, attempt, session),
        WriteFate.NotDone when verdict.IsThrottled => Make(
            WfbssErrorKind.Throttled,
            $"The service asks to come back later ({verdict.Reason}).",
            "Try again later, or allow more or longer retries: Connect-Wfbss -MaximumRetryCount, -RetryIntervalSec.",
            attempt),
        WriteFate.NotDone => Make(
            WfbssErrorKind.Unreachable,
            $"The service cannot be reached: {verdict.Reason}.",
            "Check -BaseUri, the network, name resolution and the proxy of this machine, then try again.",
            attempt),
        WriteFate.Refused => Make(
            WfbssErrorKind.RequestRefused,
            $"The service refused the request {attempt.Request.Method} {attempt.Request.Resource}: {verdict.Reason}.",
            "Check the ids and values that were given; -Debug shows the request.",
            attempt),
        _ when attempt.Failure is AttemptFailure.TimedOut => Make(
            WfbssErrorKind.TimedOut,
            $"The service did not answer in time: {verdict.Reason}.",
            "Try again, or allow it more time: Connect-Wfbss -TimeoutSec.",
            attempt),
        _ => Make(
            WfbssErrorKind.ServiceFailed,
            $"The service failed: {verdict.Reason}.",
            "Try again later. If it stays, give the trace id to the vendor's support.",
            attempt),
    };

    public static WfbssException SessionClosed() => new(
        WfbssErrorKind.SessionClosed,
        "The session was disconnected and its key wiped.",
        "Connect again with Connect-Wfbss.");

    private static WfbssException Denied(Verdict verdict, Attempt attempt, WfbssSession session)
    {
        if (attempt.IsProxyDenial)
        {
            return Make(
                WfbssErrorKind.AccessDenied,
                $"The proxy refused its credentials, or needs some: {verdict.Reason}.",
                "Connect again with Connect-Wfbss -Proxy and -ProxyCredential.",
                attempt);
        }

        var clockIsOff = session.ClockSkew is { } skew && ClockSkew.IsWorthAWarning(skew);
        var clock = clockIsOff ? " " + ClockSkew.Describe(session.ClockSkew!.Value) : "";
        return Make(
            WfbssErrorKind.AccessDenied,
            $"The service refused the access token, the secret key or the time ({verdict.Reason}).{clock}",
            clockIsOff
                ? "Set this machine's clock, then connect again."
                : "Check the access token and the secret key against the console, and connect again with Connect-Wfbss.",
            attempt);
    }

    private static WfbssException Make(WfbssErrorKind kind, string message, string action, Attempt attempt) =>
        new(kind, message, action, attempt.Exception)
        {
            TraceId = attempt.TraceId,
            StatusCode = attempt.IsProxyDenial ? 407 : attempt.Reply?.Status,
        };
}
