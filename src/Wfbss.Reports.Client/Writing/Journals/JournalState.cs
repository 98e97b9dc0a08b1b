namespace Wfbss.Reports.Writing.Journals;

/// <summary>What a journal's records, up to its end, say about one customer.</summary>
/// <param name="Status">The last outcome; <see langword="null"/> if a request went out and no outcome was noted after it.</param>
/// <param name="At">When that was noted.</param>
/// <param name="ReportId">The report's id.</param>
/// <param name="IsByReadBack">Whether the outcome rests on reading back.</param>
internal sealed record JournalState(string? Status, DateTimeOffset At, int? ReportId, bool IsByReadBack)
{
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

    /// <summary>The outcome for a customer that an earlier run has done.</summary>
    public ItemOutcome ToOutcome() => new(
        ResultStatus.Done, $"done by an earlier run at {At:u}, as the journal has it", ReportId);
}
