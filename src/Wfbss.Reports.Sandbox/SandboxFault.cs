namespace Wfbss.Reports.Sandbox;

/// <summary>A fault with its particulars.</summary>
public sealed record SandboxFault
{
    private const long MoreThanAnybodyReads = 21L * 1024 * 1024;

    private SandboxFault(SandboxFaultKind kind) => Kind = kind;

    /// <summary>The connection is reset at once and nothing is stored.</summary>
    public static SandboxFault RefuseConnection { get; } = new(SandboxFaultKind.RefuseConnection);

    /// <summary>500; nothing is stored.</summary>
    public static SandboxFault InternalError { get; } = new(SandboxFaultKind.InternalError);

    /// <summary>The request is carried out, then 500.</summary>
    public static SandboxFault InternalErrorAfterCommit { get; } = new(SandboxFaultKind.InternalErrorAfterCommit);

    /// <summary>The connection is reset and nothing is stored.</summary>
    public static SandboxFault DropBeforeCommit { get; } = new(SandboxFaultKind.DropBeforeCommit);

    /// <summary>The request is carried out, then the connection is reset.</summary>
    public static SandboxFault DropAfterCommit { get; } = new(SandboxFaultKind.DropAfterCommit);

    /// <summary>The connection is closed in good order without a reply; nothing is stored.</summary>
    public static SandboxFault CloseBeforeCommit { get; } = new(SandboxFaultKind.CloseBeforeCommit);

    /// <summary>The request is carried out, then the connection is closed in good order without a reply.</summary>
    public static SandboxFault CloseAfterCommit { get; } = new(SandboxFaultKind.CloseAfterCommit);

    /// <summary>The request is carried out; half of the reply comes, then the connection closes.</summary>
    public static SandboxFault Truncate { get; } = new(SandboxFaultKind.Truncate);

    /// <summary>The request is carried out; the reply is 200 and not JSON.</summary>
    public static SandboxFault Garbage { get; } = new(SandboxFaultKind.Garbage);

    /// <summary>200 with a web page; nothing is stored.</summary>
    public static SandboxFault Html { get; } = new(SandboxFaultKind.Html);

    /// <summary>The request is carried out; one element of the reply comes twice.</summary>
    public static SandboxFault DuplicateElement { get; } = new(SandboxFaultKind.DuplicateElement);

    /// <summary>404; nothing is stored.</summary>
    public static SandboxFault NotFound { get; } = new(SandboxFaultKind.NotFound) { Message = "Not found" };

    /// <summary>401; nothing is stored.</summary>
    public static SandboxFault Unauthorized { get; } = new(SandboxFaultKind.Unauthorized) { Message = "The key pair was revoked." };

    /// <summary>403; nothing is stored.</summary>
    public static SandboxFault Forbidden { get; } = new(SandboxFaultKind.Forbidden) { Message = "The key pair may not do this." };

    /// <summary>Which fault it is.</summary>
    public SandboxFaultKind Kind { get; }

    /// <summary>What <c>Retry-After</c> asks for; null leaves the header out.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Whether <c>Retry-After</c> is a date instead of seconds.</summary>
    public bool RetryAfterAsDate { get; private init; }

    /// <summary>How long the commit or the reply is delayed.</summary>
    public TimeSpan Delay { get; private init; }

    /// <summary>The <c>message</c> of an error reply.</summary>
    public string Message { get; private init; } = "The service is in trouble.";

    /// <summary>The length of an oversized body in bytes.</summary>
    public long Size { get; private init; }

    /// <summary>The id that a wrong element gets; null takes another customer's.</summary>
    public Guid? WrongId { get; private init; }

    /// <summary>429; nothing is stored.</summary>
    /// <param name="retryAfter">Rounded up to whole seconds; null leaves the header out.</param>
    /// <param name="asDate">Whether the header is a date by the service's clock instead of seconds.</param>
    public static SandboxFault TooManyRequests(TimeSpan? retryAfter = null, bool asDate = false) =>
        new(SandboxFaultKind.TooManyRequests) { RetryAfter = retryAfter, RetryAfterAsDate = asDate, Message = "Too many requests" };

    /// <summary>503; nothing is stored.</summary>
    /// <inheritdoc cref="TooManyRequests"/>
    public static SandboxFault Unavailable(TimeSpan? retryAfter = null, bool asDate = false) =>
        new(SandboxFaultKind.Unavailable) { RetryAfter = retryAfter, RetryAfterAsDate = asDate, Message = "Under maintenance" };

    /// <summary>The request is carried out at once; the reply comes late.</summary>
    public static SandboxFault DelayReply(TimeSpan delay) => new(SandboxFaultKind.DelayReply) { Delay = delay };

    /// <summary>The request is carried out late, also when the client has gone by then.</summary>
    public static SandboxFault DelayCommit(TimeSpan delay) => new(SandboxFaultKind.DelayCommit) { Delay = delay };

    /// <summary>The request is carried out; one element of the reply has another customer's id.</summary>
    /// <param name="id">The id; null takes a known customer that the request does not name.</param>
    public static SandboxFault WrongElement(Guid? id = null) => new(SandboxFaultKind.WrongElement) { WrongId = id };

    /// <summary>The request is carried out; the reply is JSON of this length, streamed without <c>Content-Length</c>.</summary>
    public static SandboxFault Oversized(long size = MoreThanAnybodyReads) => new(SandboxFaultKind.Oversized) { Size = size };

    /// <summary>400; nothing is stored.</summary>
    public static SandboxFault BadRequest(string message = "Invalid cids") => new(SandboxFaultKind.BadRequest) { Message = message };

    /// <summary>Every fault that a good client survives, one of each form.</summary>
    /// <param name="delay">How long replies and commits are delayed.</param>
    /// <param name="retryAfter">What <c>Retry-After</c> asks for.</param>
    public static IReadOnlyList<SandboxFault> Storm(TimeSpan delay, TimeSpan retryAfter) =>
    [
        RefuseConnection,
        TooManyRequests(),
        TooManyRequests(retryAfter),
        TooManyRequests(retryAfter, asDate: true),
        Unavailable(),
        Unavailable(retryAfter),
        Unavailable(retryAfter, asDate: true),
        InternalError,
        InternalErrorAfterCommit,
        DropBeforeCommit,
        DropAfterCommit,
        CloseBeforeCommit,
        CloseAfterCommit,
        DelayReply(delay),
        DelayCommit(delay),
        Truncate,
        Garbage,
        Html,
        WrongElement(),
        DuplicateElement,
        Oversized(),
    ];

    /// <summary><see cref="Storm"/> and the refusals that a client must not try to get over.</summary>
    /// <inheritdoc cref="Storm"/>
    public static IReadOnlyList<SandboxFault> All(TimeSpan delay, TimeSpan retryAfter) =>
        [.. Storm(delay, retryAfter), BadRequest(), NotFound, Unauthorized, Forbidden];
}
