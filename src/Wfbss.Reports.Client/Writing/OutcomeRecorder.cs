using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Keeps the books of a run: which customer has which outcome, what goes into the journal, and whether anything may
/// still be sent. Safe to use from all batches at once.
/// </summary>
internal sealed class OutcomeRecorder(WfbssSession session, string reportName, IRunJournal journal)
{
    private readonly TimeProvider _time = session.Options.TimeProvider;
    private WfbssException? _failure;

    /// <summary>Why nothing more is sent; <see langword="null"/> while the run goes on.</summary>
    public WfbssException? Failure => Volatile.Read(ref _failure);

    /// <summary>The same as the reason of outcomes; <see langword="null"/> while the run goes on.</summary>
    public string? WhyStopped => Failure is { } failure ? $"the run was stopped before: {failure.Message}" : null;

    /// <summary>Ends the run: nothing more is sent. The first failure counts.</summary>
    public void Stop(WfbssException failure) => Interlocked.CompareExchange(ref _failure, failure, null);

    /// <summary>Marks the moment from which these customers' elapsed time counts.</summary>
    public void Start(IEnumerable<WriteItem> items)
    {
        var now = _time.GetTimestamp();
        foreach (var item in items) item.Started = now;
    }

    /// <summary>
    /// Asks whether a request may go out for these customers, and notes in the journal that it will. If not, they get
    /// their outcome here.
    /// </summary>
    public bool MaySend(IReadOnlyList<WriteItem> group)
    {
        if (Failure is null) TryJournal(() => journal.Intend([.. group.Select(item => item.Id)]));
        if (WhyStopped is not { } why) return true;

        SettleNotSent(group, why);
        return false;
    }

    /// <summary>Gives these customers the outcome that nothing (more) was sent for them.</summary>
    /// <remarks>What was sent before and has no outcome was read back, and found not to have been carried out.</remarks>
    public void SettleNotSent(IEnumerable<WriteItem> items, string why) => Settle(items, item => new ItemOutcome(
        item.Attempts == 0 ? ResultStatus.NotAttempted : ResultStatus.NotDone, why, ByReadBack: item.Sends > 0));

    /// <summary>Gives all these customers the same outcome.</summary>
    public void Settle(IEnumerable<WriteItem> items, ItemOutcome outcome) => Settle(items, _ => outcome);

    /// <summary>Gives each of these customers its outcome, and notes them in the journal.</summary>
    public void Settle(IEnumerable<WriteItem> items, Func<WriteItem, ItemOutcome> outcomeOf)
    {
        var results = new List<ScheduledReportResult>();
        foreach (var item in items)
        {
            item.Settle(ResultOf(item, outcomeOf(item)));
            results.Add(item.Result!);
        }

        if (results.Count > 0) TryJournal(() => journal.Conclude(results));
    }

    /// <summary>Gives a customer an outcome that the journal need not learn: it has it already, or has no place for it.</summary>
    public void SettleUnrecorded(WriteItem item, ItemOutcome outcome) => item.Settle(ResultOf(item, outcome));

    private ScheduledReportResult ResultOf(WriteItem item, ItemOutcome outcome) => new()
    {
        CustomerId = item.Target.Id?.ToString() ?? item.Target.Text,
        CustomerName = item.Target.Name ?? (item.Target.Id is { } id ? session.CustomerNames.NameOf(id) : null),
        ReportName = reportName,
        ReportId = outcome.ReportId,
        Status = outcome.Status,
        Message = outcome.Message,
        TraceId = item.TraceId,
        Attempts = item.Attempts,
        Elapsed = item.Started == 0 ? TimeSpan.Zero : _time.GetElapsedTime(item.Started),
        ConfirmedByReadBack = outcome.ByReadBack,
    };

    // A journal that cannot be written ends the run: going on would send what a restart could not account for.
    private void TryJournal(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Stop(new WfbssException(
                WfbssErrorKind.JournalUnusable,
                $"The journal cannot be written: {exception.Message}",
                "Make room or give access, then run the same command with the same journal again; it goes on where it stopped.",
                exception));
        }
    }
}
