using System.Globalization;

namespace Wfbss.Reports.Writing.Journals;

/// <summary>What a journal's records, up to its end, say about one report of one customer.</summary>
/// <param name="Write">Which write it was: the fingerprint of the operation.</param>
/// <param name="ReportName">The name by which the report was known.</param>
/// <param name="Status">The last outcome; <see langword="null"/> if a request went out and no outcome was noted after it.</param>
/// <param name="At">When that was noted.</param>
/// <param name="ReportId">The report's id.</param>
/// <param name="IsByReadBack">Whether the outcome rests on reading back.</param>
/// <param name="IsVisible">Whether reading could tell the report after the write from the report before it.</param>
/// <param name="IsBinding">Whether what is done is not to be done again.</param>
internal sealed record JournalState(
    string Write,
    string ReportName,
    string? Status,
    DateTimeOffset At,
    int? ReportId,
    bool IsByReadBack,
    bool IsVisible = true,
    bool IsBinding = true)
{
    /// <summary>The report that was written to; <see langword="null"/> for one that was yet to be made.</summary>
    public int? TargetId => Write.Split(' ') is { Length: > 1 } parts
        && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Whether the report was to be removed.</summary>
    public bool IsRemoval => Write.StartsWith("DELETE ", StringComparison.Ordinal);

    /// <summary>Whether nothing is left to be done.</summary>
    public bool IsDone => Status == ResultStatus.Done;

    /// <summary>
    /// Whether a report may exist although none was confirmed. The service's two words for its own failures count as
    /// that here: reading back costs little beside a second report. So does a write that was found not to be done after
    /// its answer was lost: since that run ended, the service may have got round to it.
    /// </summary>
    public bool IsInDoubt =>
        Status is null or ResultStatus.Unknown or ResultStatus.InternalError or ResultStatus.Exception
        || (Status is ResultStatus.NotDone && IsByReadBack);

    /// <summary>
    /// The outcome that it gives a write of a later run: done already, or not to be sent because the journal has the same
    /// report with other settings. <see langword="null"/> if the write is still to be sent, or to be read back.
    /// </summary>
    public ItemOutcome? Settles(WriteOperation operation)
    {
        if (!IsBinding || !(IsDone || IsInDoubt))
        {
            return null;
        }

        if (Write != operation.Fingerprint)
        {
            return new(
                ResultStatus.NotAttempted,
                $"the journal has this report {(IsDone ? "done" : "in doubt")} with other settings: '{ReportName}' ({Short(Write)}) at {At:u}, and not '{operation.ReportName}' ({Short(operation.Fingerprint)}); use a new journal for the new settings");
        }

        return IsDone ? ToOutcome() : null;
    }

    /// <summary>The outcome for a customer that an earlier run has done.</summary>
    public ItemOutcome ToOutcome() => new(ResultStatus.Done, $"done by an earlier run at {At:u}, as the journal has it", ReportId);

    // Of the hash enough to tell two apart.
    private static string Short(string write)
    {
        var hash = write.Substring(write.LastIndexOf(' ') + 1);
        return hash.Length > 8 ? hash.Substring(0, 8) : write;
    }
}
