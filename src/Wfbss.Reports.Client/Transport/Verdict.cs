using System.Text.Json;

namespace Wfbss.Reports.Transport;

/// <summary>What an attempt tells about its request. This is the one place that decides it.</summary>
/// <param name="Fate">What is known.</param>
/// <param name="Reason">Why, for a person.</param>
/// <param name="IsThrottled">Whether the service asked everybody to come back later.</param>
/// <param name="RetryAfter">How long the service asks to wait.</param>
internal sealed record Verdict(Fate Fate, string Reason, bool IsThrottled = false, TimeSpan? RetryAfter = null)
{
    /// <summary>Reads an attempt as the table "What happens to a write" has it.</summary>
    public static Verdict Of(Attempt attempt) => attempt switch
    {
        { Failure: AttemptFailure.NoConnection } => new(Fate.NotDone, attempt.FailureText),
        { Failure: not null } => new(Fate.Unknown, attempt.FailureText),
        { Reply: { } reply } => Of(attempt.Request, reply),
        _ => throw new ArgumentException("An attempt has a reply or a failure.", nameof(attempt)),
    };

    private static Verdict Of(ServiceRequest request, ServiceReply reply) => reply.Status switch
    {
        >= 200 and < 300 when NamesOthers(request, reply) =>
            new(Fate.Unknown, "the reply names customers that were not asked for"),
        >= 200 and < 300 when IsReadable(request, reply) => new(Fate.Done, ""),
        >= 200 and < 300 => new(Fate.Unknown, $"the reply (HTTP {reply.Status}) could not be read"),
        429 => new(Fate.NotDone, Describe(reply), IsThrottled: true, reply.RetryAfter),
        503 when reply.RetryAfter is not null => new(Fate.NotDone, Describe(reply), IsThrottled: true, reply.RetryAfter),
        401 or 403 or 407 => new(Fate.Denied, Describe(reply)),
        // 408: the server gave up on the request, but which part of it had arrived it does not say.
        408 => new(Fate.Unknown, Describe(reply)),
        >= 400 and < 500 => new(Fate.Refused, Describe(reply)),
        _ => new(Fate.Unknown, Describe(reply)),
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
