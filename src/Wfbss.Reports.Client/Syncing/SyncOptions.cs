namespace Wfbss.Reports.Syncing;

/// <summary>What a sync may remove. Unless it is asked to, it removes nothing.</summary>
internal sealed record SyncOptions
{
    /// <summary>Whether of several reports of a definition's name only one is kept.</summary>
    public bool RemoveDuplicate { get; init; }

    /// <summary>Whether reports that no definition names are removed.</summary>
    public bool RemoveUnmanaged { get; init; }
}
