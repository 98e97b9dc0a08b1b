namespace Wfbss.Reports.Transport;

/// <summary>One request that went out once, and what came of it: a reply, or a failure.</summary>
internal sealed class Attempt
{
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

    /// <summary>The exception behind the failure.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The clock of this machine minus that of the service, from the reply's <c>Date</c>, which has whole seconds.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>From sending to the end of the reply.</summary>
    public TimeSpan Elapsed { get; init; }
}
