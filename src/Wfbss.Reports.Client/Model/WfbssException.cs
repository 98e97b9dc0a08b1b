namespace Wfbss.Reports;

/// <summary>A failure with a message a person understands, and what to do about it.</summary>
public sealed class WfbssException : Exception
{
    /// <summary>Makes a failure.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">One sentence for a person.</param>
    /// <param name="recommendedAction">What to do next, as one sentence.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public WfbssException(
        WfbssErrorKind kind,
        string message,
        string recommendedAction,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        RecommendedAction = recommendedAction;
    }

    /// <summary>What went wrong.</summary>
    public WfbssErrorKind Kind { get; }

    /// <summary>What to do next.</summary>
    public string RecommendedAction { get; }

    /// <summary>The trace id of the attempt that failed, if a request was made: the vendor's support asks for it.</summary>
    public string? TraceId { get; init; }

    /// <summary>The HTTP status of the reply, if there was one.</summary>
    public int? StatusCode { get; init; }
}

/// <summary>What went wrong, as a stable name that scripts may rely on. It is the error id in PowerShell.</summary>
public enum WfbssErrorKind
{
    /// <summary>The service's address is not one that a secret may be sent to: https is required, except to loopback.</summary>
    HttpsRequired,

    /// <summary>The service refused the key pair or the time (401, 403), or a proxy refused its credentials (407).</summary>
    AccessDenied,

    /// <summary>No connection: the name is unknown, the port refused, or TLS failed. Nothing was sent.</summary>
    Unreachable,

    /// <summary>The service did not answer in time. What was asked may have happened.</summary>
    TimedOut,

    /// <summary>The service asked to come back later (429, or 503 with Retry-After), more often than retries were allowed.</summary>
    Throttled,

    /// <summary>The service refused the request (400, 404 and other 4xx). Nothing was done.</summary>
    RequestRefused,

    /// <summary>The service failed (5xx), the connection broke, or the reply could not be read.</summary>
    ServiceFailed,

    /// <summary>The definition of a report breaks rules of the specification; nothing was sent.</summary>
    InvalidDefinition,

    /// <summary>The session was disconnected, and its key wiped.</summary>
    SessionClosed,

    /// <summary>The journal is not one that this run can continue.</summary>
    JournalUnusable,

    /// <summary>Another process is writing the journal.</summary>
    JournalInUse,
}
