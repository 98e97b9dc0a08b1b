using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Writing;

/// <summary>
/// The work on one group, from its turn to its outcomes: what the journal has already, what need not be written, and then
/// the write itself.
/// </summary>
internal sealed class GroupWork(RequestSender sender, WriteRunOptions options, IRunJournal journal, OutcomeRecorder recorder)
{
    private readonly CustomerLookup<ScheduledReport> _lookup = ReportSource.Lookup(sender);
    private readonly BatchWriter _writer = new(sender, ReportSource.Lookup(sender), recorder);

    /// <summary>Gives each item its outcome.</summary>
    public async Task DoAsync(IReadOnlyList<WriteItem> items, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            recorder.Start(items);
            var open = SettleByJournal(items);
            if (recorder.Stop.WhyNothingStarts is { } why)
            {
                recorder.SettleNotSent(open, why);
                return;
            }

            open = await ResumeAsync(open, cancellationToken).ConfigureAwait(false);
            if (options.SkipExisting)
            {
                open = await SkipExistingAsync(open, cancellationToken).ConfigureAwait(false);
            }

            await _writer.WriteAsync(open, cancellationToken).ConfigureAwait(false);
        }
        catch (WfbssException failure) when (failure.Kind is WfbssErrorKind.SessionClosed)
        {
            // Thrown only instead of sending, so what is open here was not carried out.
            recorder.Stop.Stop(failure);
            recorder.SettleNotSent(StillOpen(items), recorder.Stop.Why!);
        }
    }

    private IReadOnlyList<WriteItem> SettleByJournal(IReadOnlyList<WriteItem> items)
    {
        foreach (var item in items)
        {
            if (journal.Earlier(item)?.Settles(item.Operation) is { } outcome)
            {
                recorder.SettleUnrecorded(item, outcome);
            }
        }

        return StillOpen(items);
    }

    private async Task<IReadOnlyList<WriteItem>> ResumeAsync(IReadOnlyList<WriteItem> items, CancellationToken cancellationToken)
    {
        var doubtful = items.Where(item => journal.Earlier(item) is { IsInDoubt: true }).ToArray();
        if (doubtful.Length == 0)
        {
            return items;
        }

        var age = sender.Session.Options.TimeProvider.GetUtcNow() - doubtful.Max(item => journal.Earlier(item)!.At);
        await _writer.ResumeAsync(doubtful, age, cancellationToken).ConfigureAwait(false);
        return StillOpen(items);
    }

    /// <summary>Settles the customers that have a report of the name already, or of which that cannot be told.</summary>
    private async Task<IReadOnlyList<WriteItem>> SkipExistingAsync(IReadOnlyList<WriteItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return items;
        }

        try
        {
            var answers = await _lookup.ReadAsync([.. items.Select(item => item.Id)], cancellationToken).ConfigureAwait(false);
            var outcomes = items.ToDictionary(item => item, item => Existing(item, answers[item.Id]));
            recorder.Settle(items.Where(item => outcomes[item] is not null), item => outcomes[item]!);
        }
        catch (WfbssException failure)
        {
            recorder.Stop.StopIfGeneral(failure);
            recorder.Settle(items, ItemOutcome.Unread(failure.Message));
        }

        return StillOpen(items);
    }

    private static ItemOutcome? Existing(WriteItem item, CustomerAnswer<ScheduledReport> answer)
    {
        if (answer.Kind is AnswerKind.UnknownToService)
        {
            return ItemOutcome.NotReturned;
        }

        if (answer.Kind is not AnswerKind.Known)
        {
            return ItemOutcome.Unread(answer.Why);
        }

        if (answer.Items.FirstOrDefault(report => report.Name == item.ReportName) is { } existing)
        {
            return new ItemOutcome(ResultStatus.Skipped, "there is a report of this name already", existing.ReportId);
        }

        return answer.Items.FirstOrDefault(report => report.Name.Length == 0) is { } nameless
            ? new ItemOutcome(ResultStatus.NotAttempted, $"the service does not show the name of report {nameless.ReportId}, which may be this one")
            : null;
    }

    private static IReadOnlyList<WriteItem> StillOpen(IReadOnlyList<WriteItem> items) => [.. items.Where(item => !item.IsSettled)];
}
