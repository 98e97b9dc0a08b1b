namespace Wfbss.Reports.Transport;

/// <summary>One line about an attempt for the debug stream: what support asks for, and no secret.</summary>
internal static class AttemptDescription
{
    public static string Of(Attempt attempt)
    {
        var outcome = attempt.Reply is { } reply ? $"HTTP {reply.Status} {reply.ErrorText}".TrimEnd() : attempt.FailureText;
        return $"{attempt.Request} -> {outcome} in {attempt.Elapsed.TotalMilliseconds:0} ms, trace id {attempt.TraceId}";
    }
}
