namespace Wfbss.Reports.Writing.Journals;

/// <summary>What a record of a journal says.</summary>
public enum JournalRecordKind
{
    /// <summary>A run began; the first record of a journal, and one for each later run.</summary>
    Run,

    /// <summary>A request to write for these customers was about to go out.</summary>
    Intent,

    /// <summary>A customer has its outcome.</summary>
    Outcome,
}
