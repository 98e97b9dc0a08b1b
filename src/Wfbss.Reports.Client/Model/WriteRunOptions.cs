namespace Wfbss.Reports;

/// <summary>How a run goes about its work.</summary>
public sealed record WriteRunOptions
{
    /// <summary>The batches in flight unless told otherwise.</summary>
    public const int DefaultThrottleLimit = 5;

    /// <summary>How many batches may be in flight at once; 1 or more.</summary>
    public int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>When creating: whether customers are left alone that have a report of that name already.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>After this time no new batch is started; <see langword="null"/> for no end.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>The file that makes the run repeatable; <see langword="null"/> for none.</summary>
    public string? JournalPath { get; init; }
}

/// <summary>What a sync may remove. Unless it is asked to, it removes nothing.</summary>
public sealed record SyncOptions
{
    /// <summary>Whether of several reports of a definition's name only one is kept.</summary>
    public bool RemoveDuplicate { get; init; }

    /// <summary>Whether reports that no definition names are removed.</summary>
    public bool RemoveUnmanaged { get; init; }
}
