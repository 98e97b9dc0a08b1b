namespace Wfbss.Reports.Writing.Journals;

/// <summary>Where a run notes what it is about to do, and what came of it.</summary>
internal interface IRunJournal : IDisposable
{
    /// <summary>What earlier runs noted about a customer; <see langword="null"/> if nothing.</summary>
    JournalState? Earlier(CustomerId id);

    /// <summary>Notes that a request to write for these customers goes out next. It is on the disk when this returns.</summary>
    /// <exception cref="IOException">It could not be written: the request must not go out.</exception>
    void Intend(IReadOnlyList<CustomerId> ids);

    /// <summary>Notes outcomes. They are on the disk when this returns.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    void Conclude(IReadOnlyList<ScheduledReportResult> results);
}

/// <summary>A run without a journal.</summary>
internal sealed class NoJournal : IRunJournal
{
    public static NoJournal Instance { get; } = new();

    public JournalState? Earlier(CustomerId id) => null;

    public void Intend(IReadOnlyList<CustomerId> ids)
    {
    }

    public void Conclude(IReadOnlyList<ScheduledReportResult> results)
    {
    }

    public void Dispose()
    {
    }
}
