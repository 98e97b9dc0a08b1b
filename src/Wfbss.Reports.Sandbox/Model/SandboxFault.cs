using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Wfbss.Reports.Sandbox;

/// <summary>What goes wrong with a request, and when, with its particulars.</summary>
public sealed record SandboxFault
{
    private const long MoreThanAnybodyReads = 21L * 1024 * 1024;

    private SandboxFault(FaultTime time, FaultEffect effect, [CallerMemberName] string name = "") =>
        (Time, Effect, Name) = (time, effect, name);

    /// <summary>The connection is reset at once and nothing is stored.</summary>
    public static SandboxFault RefuseConnection { get; } = new(FaultTime.OnArrival, FaultEffect.Reset);

    /// <summary>500; nothing is stored.</summary>
    public static SandboxFault InternalError { get; } = new(FaultTime.BeforeCommit, FaultEffect.Status);

    /// <summary>The request is carried out, then 500.</summary>
    public static SandboxFault InternalErrorAfterCommit { get; } = new(FaultTime.AfterCommit, FaultEffect.Status);

    /// <summary>The connection is reset after the wait; nothing is stored.</summary>
    public static SandboxFault DropBeforeCommit { get; } = new(FaultTime.BeforeCommit, FaultEffect.Reset);

    /// <summary>The request is carried out, then the connection is reset.</summary>
    public static SandboxFault DropAfterCommit { get; } = new(FaultTime.AfterCommit, FaultEffect.Reset);

    /// <summary>The connection is closed in good order without a reply; nothing is stored.</summary>
    public static SandboxFault CloseBeforeCommit { get; } = new(FaultTime.BeforeCommit, FaultEffect.Close);

    /// <summary>The request is carried out, then the connection is closed in good order without a reply.</summary>
    public static SandboxFault CloseAfterCommit { get; } = new(FaultTime.AfterCommit, FaultEffect.Close);

    /// <summary>The request is carried out; half of the reply comes, then the connection closes.</summary>
    public static SandboxFault Truncate { get; } = new(FaultTime.AfterCommit, FaultEffect.Truncate);

    /// <summary>The request is carried out; the reply is 200 and not JSON.</summary>
    public static SandboxFault Garbage { get; } = new(FaultTime.AfterCommit, FaultEffect.Garbage);

    /// <summary>200 with a web page; nothing is stored.</summary>
    public static SandboxFault Html { get; } = new(FaultTime.BeforeCommit, FaultEffect.Html);

    /// <summary>The request is carried out; one element of the reply comes twice.</summary>
    public static SandboxFault DuplicateElement { get; } = new(FaultTime.AfterCommit, FaultEffect.DuplicateElement);

    /// <summary>404; nothing is stored.</summary>
    public static SandboxFault NotFound { get; } = Refusal(StatusCodes.Status404NotFound, "Not found");

    /// <summary>401; nothing is stored.</summary>
    public static SandboxFault Unauthorized { get; } = Refusal(StatusCodes.Status401Unauthorized, "The key pair was revoked.");

    /// <summary>403; nothing is stored.</summary>
    public static SandboxFault Forbidden { get; } = Refusal(StatusCodes.Status403Forbidden, "The key pair may not do this.");

    /// <summary>When it strikes.</summary>
    public FaultTime Time { get; }

    /// <summary>What it does.</summary>
    public FaultEffect Effect { get; }

    /// <summary>What it is counted and shown as: the name of the member that made it.</summary>
    public string Name { get; }

    /// <summary>The HTTP status of <see cref="FaultEffect.Status"/>.</summary>
    public int Status { get; private init; } = StatusCodes.Status500InternalServerError;

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

    /// <summary>How many elements of a reply are left out or tell nothing.</summary>
    public FaultExtent Extent { get; private init; }

    /// <summary>Whether it is in the elements of a reply, and so nowhere if the reply has none.</summary>
    internal bool IsInElements => IsForReadsOnly || Effect is FaultEffect.WrongElement or FaultEffect.DuplicateElement;

    // A write's reply that leaves a customer out says that the service does not know it.
    private bool IsForReadsOnly =>
        Effect is FaultEffect.LeaveOut or FaultEffect.MissingMember or FaultEffect.NullMember
            or FaultEffect.UnreadableMember or FaultEffect.MistypedMember or FaultEffect.MistypedName;

    /// <summary>429; nothing is stored.</summary>
    /// <param name="retryAfter">Rounded up to whole seconds; null leaves the header out.</param>
    /// <param name="asDate">Whether the header is a date by the service's clock instead of seconds.</param>
    public static SandboxFault TooManyRequests(TimeSpan? retryAfter = null, bool asDate = false) =>
        Refusal(StatusCodes.Status429TooManyRequests, "Too many requests") with { RetryAfter = retryAfter, RetryAfterAsDate = asDate };

    /// <summary>503; nothing is stored.</summary>
    /// <inheritdoc cref="TooManyRequests"/>
    public static SandboxFault Unavailable(TimeSpan? retryAfter = null, bool asDate = false) =>
        Refusal(StatusCodes.Status503ServiceUnavailable, "Under maintenance") with { RetryAfter = retryAfter, RetryAfterAsDate = asDate };

    /// <summary>The request is carried out at once; the reply comes late.</summary>
    public static SandboxFault DelayReply(TimeSpan delay) => new(FaultTime.AfterCommit, FaultEffect.Delay) { Delay = delay };

    /// <summary>The request is carried out late, also when the client has gone by then.</summary>
    public static SandboxFault DelayCommit(TimeSpan delay) => new(FaultTime.BeforeCommit, FaultEffect.Delay) { Delay = delay };

    /// <summary>The request is carried out; one element of the reply has another customer's id.</summary>
    /// <param name="id">The id; null takes a known customer that the request does not name.</param>
    public static SandboxFault WrongElement(Guid? id = null) => new(FaultTime.AfterCommit, FaultEffect.WrongElement) { WrongId = id };

    /// <summary>The request is carried out; the reply is JSON of this length, streamed without <c>Content-Length</c>.</summary>
    public static SandboxFault Oversized(long size = MoreThanAnybodyReads) => new(FaultTime.AfterCommit, FaultEffect.Oversized) { Size = size };

    /// <summary>The reply to a read is 200 and leaves out customers that the service knows; <c>paging</c> stays.</summary>
    public static SandboxFault LeaveOut(FaultExtent extent = FaultExtent.All) => Lie(FaultEffect.LeaveOut, extent);

    /// <summary>The reply to a read is 200 with elements without their reports, groups or name.</summary>
    public static SandboxFault MissingMember(FaultExtent extent = FaultExtent.All) => Lie(FaultEffect.MissingMember, extent);

    /// <summary>The reply to a read is 200 with elements whose reports, groups or name are null.</summary>
    public static SandboxFault NullMember(FaultExtent extent = FaultExtent.All) => Lie(FaultEffect.NullMember, extent);

    /// <summary>The reply to a read is 200 with elements whose reports, groups or name have a member name that nobody can read.</summary>
    public static SandboxFault UnreadableMember(FaultExtent extent = FaultExtent.All) => Lie(FaultEffect.UnreadableMember, extent);

    /// <summary>The reply to a read is 200; reports and groups are an object or text by turns, a customer's name an object or a number.</summary>
    public static SandboxFault MistypedMember(FaultExtent extent = FaultExtent.All) => Lie(FaultEffect.MistypedMember, extent);

    /// <summary>The reply to a read is 200; the names of reports, groups or customers are numbers.</summary>
    public static SandboxFault MistypedName(FaultExtent extent = FaultExtent.All) => Lie(FaultEffect.MistypedName, extent);

    /// <summary>400; nothing is stored.</summary>
    public static SandboxFault BadRequest(string message = "Invalid cids") => Refusal(StatusCodes.Status400BadRequest, message);

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
        LeaveOut(FaultExtent.One),
        LeaveOut(FaultExtent.Some),
        LeaveOut(FaultExtent.All),
        MissingMember(FaultExtent.Some),
        NullMember(FaultExtent.Some),
        UnreadableMember(FaultExtent.Some),
        MistypedMember(FaultExtent.Some),
        MistypedName(FaultExtent.Some),
    ];

    /// <summary><see cref="Storm"/> and the refusals that a client must not try to get over.</summary>
    /// <inheritdoc cref="Storm"/>
    public static IReadOnlyList<SandboxFault> All(TimeSpan delay, TimeSpan retryAfter) =>
        [.. Storm(delay, retryAfter), BadRequest(), NotFound, Unauthorized, Forbidden];

    internal bool CanStrike(SandboxRequest request) => !IsForReadsOnly || request.TellingMember is not null;

    private static SandboxFault Lie(FaultEffect effect, FaultExtent extent, [CallerMemberName] string name = "") =>
        new(FaultTime.AfterCommit, effect, name) { Extent = extent };

    private static SandboxFault Refusal(int status, string message, [CallerMemberName] string name = "") =>
        new(FaultTime.BeforeCommit, FaultEffect.Status, name) { Status = status, Message = message };
}

/// <summary>When a fault strikes.</summary>
public enum FaultTime
{
    /// <summary>At once, before the time that every request takes.</summary>
    OnArrival,

    /// <summary>Before the request is carried out; nothing is stored, unless it is only late.</summary>
    BeforeCommit,

    /// <summary>When the request has been carried out.</summary>
    AfterCommit,
}

/// <summary>What a fault does.</summary>
public enum FaultEffect
{
    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>The connection is closed in good order, but without a reply.</summary>
    Close,

    /// <summary>The reply is an error with <see cref="SandboxFault.Status"/>.</summary>
    Status,

    /// <summary>What comes next comes late.</summary>
    Delay,

    /// <summary>Half of the reply comes, then the connection closes.</summary>
    Truncate,

    /// <summary>The reply is 200, labelled JSON, and is not.</summary>
    Garbage,

    /// <summary>The reply is 200 with a web page, as a proxy or a maintenance page gives.</summary>
    Html,

    /// <summary>The reply is JSON of more than 20 MiB.</summary>
    Oversized,

    /// <summary>One element of the reply has another customer's id.</summary>
    WrongElement,

    /// <summary>One element of the reply comes twice.</summary>
    DuplicateElement,

    /// <summary>Elements are left out.</summary>
    LeaveOut,

    /// <summary>Elements lack what they are to tell.</summary>
    MissingMember,

    /// <summary>What elements are to tell is null.</summary>
    NullMember,

    /// <summary>What elements are to tell has a member name with half a character in it.</summary>
    UnreadableMember,

    /// <summary>What elements are to tell has another type.</summary>
    MistypedMember,

    /// <summary>Names in the elements are numbers.</summary>
    MistypedName,
}

/// <summary>How many elements of a reply a fault affects.</summary>
public enum FaultExtent
{
    /// <summary>All.</summary>
    All,

    /// <summary>The first.</summary>
    One,

    /// <summary>The first and every other one after it.</summary>
    Some,
}
