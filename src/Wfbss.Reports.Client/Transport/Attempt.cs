using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Transport;

/// <summary>One request that went out once, and what came of it: a reply, or a failure.</summary>
internal sealed class Attempt
{
    private Verdict? _verdict;

    /// <summary>What it tells about its request.</summary>
    public Verdict Verdict => _verdict ??= Verdict.Classify(this);

    /// <summary>The request.</summary>
    public required ServiceRequest Request { get; init; }

    /// <summary>The <c>x-traceid</c> of this attempt.</summary>
    public required string TraceId { get; init; }

    /// <summary>The reply, if one was read whole.</summary>
    public ServiceReply? Reply { get; init; }

    /// <summary>Why there is no reply.</summary>
    public AttemptFailure? Failure { get; init; }

    /// <summary>What the failure says, for a person.</summary>
    public string FailureText { get; init; } = "";

    /// <summary>Whether it was a proxy that refused the caller, in place of the service or before it could be asked.</summary>
    public bool IsProxyDenial => Failure is AttemptFailure.ProxyDenied || Reply?.Status == 407;

    /// <summary>The exception behind the failure.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The clock of this machine minus that of the service, from the reply's <c>Date</c>, which has whole seconds.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>From sending to the end of the reply.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>Why an attempt has no reply.</summary>
internal enum AttemptFailure
{
    /// <summary>No connection came about (name, refused, TLS, proxy): nothing was sent.</summary>
    NoConnection,

    /// <summary>The proxy wants credentials, or others (407), before it connects: nothing was sent.</summary>
    ProxyDenied,

    /// <summary>The reply did not come within the session's timeout.</summary>
    TimedOut,

    /// <summary>The connection broke, or the reply was too large, after sending may have begun.</summary>
    Broken,
}

/// <summary>One line about an attempt for the debug stream: what support asks for, and no secret.</summary>
internal static class AttemptDescription
{
    public static string For(Attempt attempt)
    {
        var outcome = attempt.Reply is { } reply ? $"HTTP {reply.Status} {reply.ErrorText}".TrimEnd() : attempt.FailureText;
        return $"{attempt.Request} -> {outcome} in {attempt.Elapsed.TotalMilliseconds:0} ms, trace id {attempt.TraceId}";
    }
}
