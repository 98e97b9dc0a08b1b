namespace Wfbss.Reports.Sandbox;

/// <summary>What can go wrong between a client and the service.</summary>
public enum SandboxFaultKind
{
    /// <summary>The connection is reset at once and nothing is stored.</summary>
    RefuseConnection,

    /// <summary>429 with or without <c>Retry-After</c>; nothing is stored.</summary>
    TooManyRequests,

    /// <summary>503 with or without <c>Retry-After</c>; nothing is stored.</summary>
    Unavailable,

    /// <summary>500; nothing is stored.</summary>
    InternalError,

    /// <summary>The request is carried out, then 500.</summary>
    InternalErrorAfterCommit,

    /// <summary>The connection is reset after the wait; nothing is stored.</summary>
    DropBeforeCommit,

    /// <summary>The request is carried out, then the connection is reset.</summary>
    DropAfterCommit,

    /// <summary>The connection is closed in good order, but without a reply; nothing is stored.</summary>
    CloseBeforeCommit,

    /// <summary>The request is carried out, then the connection is closed in good order without a reply.</summary>
    CloseAfterCommit,

    /// <summary>The request is carried out at once; the reply comes late.</summary>
    DelayReply,

    /// <summary>The request is carried out late, also when the client has gone by then.</summary>
    DelayCommit,

    /// <summary>The request is carried out; half of the reply comes, then the connection closes.</summary>
    Truncate,

    /// <summary>The request is carried out; the reply is 200 and not JSON.</summary>
    Garbage,

    /// <summary>200 with a web page, as a proxy or a maintenance page gives; nothing is stored.</summary>
    Html,

    /// <summary>The request is carried out; one element of the reply has another customer's id.</summary>
    WrongElement,

    /// <summary>The request is carried out; one element of the reply comes twice.</summary>
    DuplicateElement,

    /// <summary>The request is carried out; the reply is JSON of more than 20 MiB.</summary>
    Oversized,

    /// <summary>400; nothing is stored.</summary>
    BadRequest,

    /// <summary>404; nothing is stored.</summary>
    NotFound,

    /// <summary>401; nothing is stored.</summary>
    Unauthorized,

    /// <summary>403; nothing is stored.</summary>
    Forbidden,
}
