using System.Text.Json;

namespace Wfbss.Reports.Transport;

/// <summary>What an attempt tells about its request. This is the one place that decides it.</summary>
/// <param name="Fate">What is known.</param>
/// <param name="Reason">Why, for a person.</param>
/// <param name="IsThrottled">Whether the service asked everybody to come back later.</param>
/// <param name="RetryAfter">How long the service asks to wait.</param>
internal sealed record Verdict(WriteFate Fate, string Reason, bool IsThrottled = false, TimeSpan? RetryAfter = null)
{
    /// <summary>Reads an attempt as the table "What happens to a write" has it.</summary>
    public static Verdict Classify(Attempt attempt) => attempt switch
    {
        { Failure: AttemptFailure.NoConnection } => new(WriteFate.NotDone, attempt.FailureText),
        { Failure: AttemptFailure.ProxyDenied } => new(WriteFate.Denied, attempt.FailureText),
        { Failure: not null } => new(WriteFate.Unknown, attempt.FailureText),
        { Reply: { } reply } => Classify(attempt.Request, reply),
        _ => throw new ArgumentException("An attempt has a reply or a failure.", nameof(attempt)),
    };

    private static Verdict Classify(ServiceRequest request, ServiceReply reply) => reply.Status switch
    {
        >= 200 and < 300 when NamesOthers(request, reply) =>
            new(WriteFate.Unknown, "the reply names customers that were not asked for"),
        >= 200 and < 300 when IsReadable(request, reply) => new(WriteFate.Done, ""),
        >= 200 and < 300 => new(WriteFate.Unknown, $"the reply (HTTP {reply.Status}) could not be read"),
        429 => new(WriteFate.NotDone, Describe(reply), IsThrottled: true, reply.RetryAfter),
        503 when reply.RetryAfter is not null => new(WriteFate.NotDone, Describe(reply), IsThrottled: true, reply.RetryAfter),
        401 or 403 or 407 => new(WriteFate.Denied, Describe(reply)),
        // 408: the server gave up on the request, but which part of it had arrived it does not say.
        408 => new(WriteFate.Unknown, Describe(reply)),
        >= 400 and < 500 => new(WriteFate.Refused, Describe(reply)),
        _ => new(WriteFate.Unknown, Describe(reply)),
    };

    private static bool NamesOthers(ServiceRequest request, ServiceReply reply) =>
        request.Asked is { } asked
        && reply.Json is { } json
        && json.Items("customers").Any(customer => customer.Id("id") is not { } id || !asked.Contains(id));

    private static bool IsReadable(ServiceRequest request, ServiceReply reply) =>
        request.IsAnsweredWithCustomers
            ? reply.Json?.Member("customers") is { ValueKind: JsonValueKind.Array }
            : reply.Json is not null || (reply.IsEmpty && request.IsWrite);

    private static string Describe(ServiceReply reply) =>
        reply.ErrorText.Length == 0 ? $"HTTP {reply.Status}" : $"HTTP {reply.Status}: {reply.ErrorText.TrimEnd('.')}";
}

/// <summary>What is known about a request after an attempt. See the table in docs/guarantees.md.</summary>
internal enum WriteFate
{
    /// <summary>The service answered for it.</summary>
    Done,

    /// <summary>It was not carried out, and may be sent again.</summary>
    NotDone,

    /// <summary>The service refused its content: it was not carried out and would be refused again.</summary>
    Refused,

    /// <summary>The service refused the caller: nothing that this session sends will be carried out.</summary>
    Denied,

    /// <summary>It may or may not have been carried out.</summary>
    Unknown,
}
