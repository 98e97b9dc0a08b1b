namespace Wfbss.Reports.Transport;

/// <summary>What is known about a request after an attempt. See the table in docs/guarantees.md.</summary>
internal enum Fate
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
