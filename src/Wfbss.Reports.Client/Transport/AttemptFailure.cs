namespace Wfbss.Reports.Transport;

/// <summary>Why an attempt has no reply.</summary>
internal enum AttemptFailure
{
    /// <summary>No connection came about (name, refused, TLS, proxy): nothing was sent.</summary>
    NoConnection,

    /// <summary>The reply did not come within the session's timeout.</summary>
    TimedOut,

    /// <summary>The connection broke, or the reply was too large, after sending may have begun.</summary>
    Broken,
}
