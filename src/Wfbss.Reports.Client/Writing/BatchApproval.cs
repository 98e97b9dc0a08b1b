namespace Wfbss.Reports.Writing;

/// <summary>Whether a batch goes on its way.</summary>
public enum BatchApproval
{
    /// <summary>It is sent.</summary>
    Send,

    /// <summary>It is not sent, and its customers come out as not attempted.</summary>
    Decline,

    /// <summary>It is not sent, and nothing comes out: this was a rehearsal.</summary>
    Rehearse,
}
