namespace Wfbss.Reports.Writing.Journals;

/// <summary>Where a run notes what it is about to do, and what came of it.</summary>
internal interface IRunJournal : IDisposable
{
    /// <summary>What earlier runs noted about an item's customer and report; <see langword="null"/> if nothing.</summary>
    JournalState? Earlier(WriteItem item);

    /// <summary>What earlier runs noted about any report of a customer.</summary>
    IReadOnlyList<JournalState> Earlier(CustomerId id);

    /// <summary>Notes that a request to write for these customers goes out next. It is on the disk when this returns.</summary>
    /// <exception cref="IOException">It could not be written: the request must not go out.</exception>
    void Intend(IReadOnlyList<WriteItem> items);

    /// <summary>Notes the outcomes of these items. They are on the disk when this returns.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    void Conclude(IReadOnlyList<WriteItem> items);

    /// <summary>Notes what has become of a write that an earlier run left in doubt.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    void Conclude(JournalState doubt, ScheduledReportResult result);

    /// <summary>Notes that the run has come to its end, with nothing left over.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    void End();
}

/// <summary>What a journal is for: which command writes it, and what a later run makes of it.</summary>
internal enum JournalUse
{
    /// <summary>New: what is done is not done again, however often the run is repeated.</summary>
    Create,

    /// <summary>Set: as long as the run has not come to its end, what is done is not done again.</summary>
    Change,

    /// <summary>Remove: likewise.</summary>
    Remove,

    /// <summary>Sync: it reads first anyway, so the journal settles what was in doubt, and tells the story.</summary>
    Sync,
}

/// <summary>A run without a journal.</summary>
internal sealed class NoJournal : IRunJournal
{
    public static NoJournal Instance { get; } = new();

    public JournalState? Earlier(WriteItem item) => null;

    public IReadOnlyList<JournalState> Earlier(CustomerId id) => [];

    public void Intend(IReadOnlyList<WriteItem> items)
    {
    }

    public void Conclude(IReadOnlyList<WriteItem> items)
    {
    }

    public void Conclude(JournalState doubt, ScheduledReportResult result)
    {
    }

    public void End()
    {
    }

    public void Dispose()
    {
    }
}
