namespace Wfbss.Reports.Errors;

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
