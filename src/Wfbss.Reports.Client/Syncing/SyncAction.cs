namespace Wfbss.Reports.Syncing;

/// <summary>What was done to a report so that it is as its definition says.</summary>
public enum SyncAction
{
    /// <summary>Nothing: it was right already, or nothing could be done; the status says which.</summary>
    None,

    /// <summary>It was created.</summary>
    Created,

    /// <summary>All its settings were replaced.</summary>
    Replaced,

    /// <summary>It was removed.</summary>
    Removed,

    /// <summary>Something was sent, and it is not known whether it was carried out.</summary>
    Unknown,
}
