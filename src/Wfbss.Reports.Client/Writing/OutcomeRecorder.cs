using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Records what becomes of the items of a run: which has which outcome, and what goes into the journal. Safe to use from
/// all groups at once.
/// </summary>
internal sealed class OutcomeRecorder(WfbssSession session, RunStop stop, IRunJournal journal)
{
    private readonly TimeProvider _time = session.Options.TimeProvider;
    private readonly HashSet<(CustomerId Customer, string Write, string ReportName)> _settledDoubts = [];

    /// <summary>Whether the run goes on.</summary>
    public RunStop Stop => stop;

    /// <summary>Marks the moment from which these customers' elapsed time counts.</summary>
    public void Start(IEnumerable<WriteItem> items)
    {
        var now = _time.GetTimestamp();
        foreach (var item in items)
        {
            item.Started = now;
        }
    }

    /// <summary>
    /// Asks whether a request may go out for these customers, and notes in the journal that it will. If not, they get
    /// their outcome here.
    /// </summary>
    public bool MaySend(IReadOnlyList<WriteItem> group)
    {
        if (stop.Failure is null)
        {
            TryJournal(() => journal.Intend(group));
        }

        if (stop.Why is not { } why)
        {
            return true;
        }

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
        var settled = new List<WriteItem>();
        foreach (var item in items)
        {
            item.Settle(ResultOf(item, outcomeOf(item)));
            settled.Add(item);
        }

        if (settled.Count > 0)
        {
            TryJournal(() => journal.Conclude(settled));
        }
    }

    /// <summary>Gives a customer an outcome that the journal need not learn: it has it already, or has no place for it.</summary>
    public void SettleUnrecorded(WriteItem item, ItemOutcome outcome) => item.Settle(ResultOf(item, outcome));

    /// <summary>
    /// Notes in the journal what has become of writes that an earlier run left in doubt, where an item that was added tells.
    /// That nothing is left to be written settles a doubt about this very report, and tells nothing about another one of the
    /// same name. A report that was to be removed, and is not among those that were just read, is gone. No plan has an item
    /// for it any more, so any item of the customer settles that.
    /// </summary>
    public void SettleDoubts(WriteItem item)
    {
        if (item.Input.Id is not { } id || item is { Result: null, Answer: null })
        {
            return;
        }

        foreach (var doubt in journal.Earlier(id).Where(state => state.IsInDoubt))
        {
            // A customer may have several items, each of which tells.
            var result = doubt.IsRemoval ? ResultOfRemoval(doubt, item) : ResultOfWrite(doubt, item);
            if (result is not null && _settledDoubts.Add((id, doubt.Write, doubt.ReportName)))
            {
                TryJournal(() => journal.Conclude(doubt, result));
            }
        }
    }

    /// <summary>Notes in the journal that the run has come to its end, with nothing left over.</summary>
    public void RecordEnd() => TryJournal(journal.End);

    private ScheduledReportResult ResultOf(WriteItem item, ItemOutcome outcome) => new()
    {
        CustomerId = item.Input.Id?.ToString() ?? item.Input.Text,
        CustomerName = item.Input.Name ?? (item.Input.Id is { } id ? session.CustomerNames.NameOf(id) : null),
        ReportName = item.ReportName,
        ReportId = outcome.ReportId ?? item.ReportId,
        Status = outcome.Status,
        Message = outcome.Message,
        TraceId = item.TraceId,
        Attempts = item.Attempts,
        Elapsed = item.Started == 0 ? TimeSpan.Zero : _time.GetElapsedTime(item.Started),
        ConfirmedByReadBack = outcome.ByReadBack,
    };

    private static ScheduledReportResult? ResultOfWrite(JournalState doubt, WriteItem item) =>
        item.Result is { Status: ResultStatus.Done } result
        && doubt.ReportName == result.ReportName
        && (doubt.TargetId is null || doubt.TargetId == result.ReportId) ? result : null;

    private ScheduledReportResult? ResultOfRemoval(JournalState doubt, WriteItem item)
    {
        if (item.Answer is not { } answer || doubt.TargetId is not { } reportId)
        {
            return null;
        }

        var removal = new RemoveOperation(reportId, doubt.ReportName);
        return removal.Judge(answer) is { Finding: ReadBackFinding.Confirmed } gone
            ? ResultOf(new WriteItem(item.Input, removal), gone.ToOutcome("an earlier run ended before the answer came"))
            : null;
    }

    // A journal that cannot be written ends the run: going on would send what a restart could not account for.
    private void TryJournal(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            stop.Stop(new WfbssException(
                WfbssErrorKind.JournalUnusable,
                $"The journal cannot be written: {exception.Message}",
                "Make room or give access, then run the same command with the same journal again; it goes on where it stopped.",
                exception));
        }
    }
}
