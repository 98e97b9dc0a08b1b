namespace Wfbss.Reports;

/// <summary>One line of a journal.</summary>
public sealed record JournalRecord
{
    /// <summary>The version of the format that this module writes.</summary>
    internal const string CurrentFormat = "wfbss-journal/2";

    /// <summary>What the record says.</summary>
    public required JournalRecordKind Kind { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Of a run: the format of the journal.</summary>
    public string? Format { get; init; }

    /// <summary>Of a run: which command made it: Create, Change, Remove or Sync.</summary>
    public string? Command { get; init; }

    /// <summary>Of a run, where all customers get the same report: its name. Of an intent or outcome: the report's present name.</summary>
    public string? ReportName { get; init; }

    /// <summary>Of an intent or outcome: which write it is, by method, report id and a hash of the settings.</summary>
    public string? Write { get; init; }

    /// <summary>Of an intent: false if reading cannot tell the report after the write from the report before it.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Of a run, where all customers get the same report: the hash of the definition.</summary>
    public string? Definition { get; init; }

    /// <summary>Of a run: the service's address.</summary>
    public string? Service { get; init; }

    /// <summary>Of an intent: the customers that the request names. Of an outcome: the one customer.</summary>
    public IReadOnlyList<string> CustomerIds { get; init => field = TextList.Of(value); } = TextList.Of<string>([]);

    /// <summary>Of an outcome: the status.</summary>
    public string? Status { get; init; }

    /// <summary>Of an outcome: the report's id.</summary>
    public int? ReportId { get; init; }

    /// <summary>Of an outcome: the message.</summary>
    public string? Message { get; init; }

    /// <summary>Of an outcome: the trace id of the last attempt.</summary>
    public string? TraceId { get; init; }

    /// <summary>Of an outcome: how many requests this run sent for the customer.</summary>
    public int? Attempts { get; init; }

    /// <summary>Of an outcome: whether it was found by reading back.</summary>
    public bool? ConfirmedByReadBack { get; init; }
}

/// <summary>What a record of a journal says.</summary>
public enum JournalRecordKind
{
    /// <summary>A run began; the first record of a journal, and one for each later run.</summary>
    Run,

    /// <summary>A request to write for these customers was about to go out.</summary>
    Intent,

    /// <summary>A customer has its outcome.</summary>
    Outcome,

    /// <summary>The run came to its end, with nothing left over.</summary>
    End,
}
