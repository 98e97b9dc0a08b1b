namespace Wfbss.Reports.Writing;

/// <summary>How a run goes about its work.</summary>
public sealed record WriteRunOptions
{
    /// <summary>The batches in flight unless told otherwise.</summary>
    public const int DefaultThrottleLimit = 5;

    /// <summary>How many batches may be in flight at once; 1 or more.</summary>
    public int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>Whether customers are left alone that have a report of that name already.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>After this time no new batch is started; <see langword="null"/> for no end.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>The file that makes the run repeatable; <see langword="null"/> for none.</summary>
    public string? JournalPath { get; init; }
}

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
