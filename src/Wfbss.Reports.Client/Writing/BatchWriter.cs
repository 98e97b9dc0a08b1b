using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Brings one batch of up to ten customers, whose request is the same, to their outcomes. It follows the table "What happens
/// to a write" in docs/guarantees.md row by row.
/// </summary>
internal sealed class BatchWriter(RequestSender sender, CustomerLookup<ScheduledReport> lookup, OutcomeRecorder recorder)
{
    private const string EarlierRun = "an earlier run ended before the answer came";

    /// <summary>Writes for customers that have no outcome yet, and gives each its outcome.</summary>
    public Task WriteAsync(IReadOnlyList<WriteItem> batch, CancellationToken cancellationToken) =>
        WriteGroupAsync(batch, isKnownRefused: false, cancellationToken);

    /// <summary>
    /// Finds out about customers whose write was in doubt when an earlier run ended. Those that have no report stay
    /// without outcome: they are still to be written.
    /// </summary>
    /// <param name="doubtful">The customers.</param>
    /// <param name="age">How long ago the latest of their requests went out.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task ResumeAsync(IReadOnlyList<WriteItem> doubtful, TimeSpan age, CancellationToken cancellationToken)
    {
        // A run that is started again at once may overtake the request of the one that was killed.
        if (doubtful.Count > 0 && age < sender.Session.Options.RetryInterval)
        {
            await sender.BackOffAsync(1, $"{doubtful.Count} customers are read back: {EarlierRun}", cancellationToken).ConfigureAwait(false);
        }

        await ReadBackAsync(doubtful, EarlierRun, cancellationToken).ConfigureAwait(false);
    }

    // Once a group is refused and one half of it is accepted, the other half is known to be refused and need not be sent
    // whole.
    private async Task WriteGroupAsync(IReadOnlyList<WriteItem> group, bool isKnownRefused, CancellationToken cancellationToken)
    {
        if (group.Count == 0)
        {
            return;
        }

        if (!isKnownRefused || group.Count == 1)
        {
            // The intent is on the disk before the request is on the wire, or the request does not go out.
            if (!recorder.MaySend(group))
            {
                return;
            }

            var sent = await SendAsync(group, cancellationToken).ConfigureAwait(false);
            if (sent.Verdict.Fate is not WriteFate.Refused || group.Count == 1)
            {
                await ConcludeAsync(group, sent, cancellationToken).ConfigureAwait(false);
                return;
            }

            sender.Log.Verbose($"The service refused a batch of {group.Count} ({sent.Verdict.Reason}); it is halved.");
        }

        WriteItem[] half = [.. group.Take(group.Count / 2)];
        await WriteGroupAsync(half, false, cancellationToken).ConfigureAwait(false);
        await WriteGroupAsync([.. group.Skip(half.Length)], Array.TrueForAll(half, item => item.Accepted), cancellationToken).ConfigureAwait(false);
    }

    private async Task<SentRequest> SendAsync(IReadOnlyList<WriteItem> group, CancellationToken cancellationToken)
    {
        // The request is the same for all of them, whichever is asked.
        var request = group[0].Operation.RequestFor(IdsOf(group));
        var sent = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var item in group)
        {
            item.WasSent(sent);
        }

        return sent;
    }

    private async Task ConcludeAsync(IReadOnlyList<WriteItem> group, SentRequest sent, CancellationToken cancellationToken)
    {
        var reason = sent.Verdict.Reason;
        switch (sent.Verdict.Fate)
        {
            case WriteFate.Done:
                await MatchAsync(group, sent, cancellationToken).ConfigureAwait(false);
                break;
            case WriteFate.Unknown:
                var why = $"It is not known whether the write was carried out ({reason}), so it is read back";
                await sender.BackOffAsync(group.Max(item => item.Sends), why, cancellationToken).ConfigureAwait(false);
                await ResolveAsync(group, reason, cancellationToken).ConfigureAwait(false);
                break;
            case WriteFate.NotDone:
                recorder.Settle(group, new ItemOutcome(ResultStatus.NotDone, reason));
                break;
            case WriteFate.Refused:
                await SettleByReadingAsync([.. group.Where(item => item.Operation.IsOfExistingReport)], cancellationToken).ConfigureAwait(false);
                recorder.Settle(group.Where(item => !item.IsSettled), new ItemOutcome(ResultStatus.Refused, reason));
                break;
            case WriteFate.Denied:
                recorder.Stop.Stop(ServiceErrors.For(sent.Verdict, sent.Attempt, sender.Session));
                recorder.Settle(group, new ItemOutcome(ResultStatus.Denied, reason));
                break;
            default:
                throw new InvalidOperationException($"There is no rule for {sent.Verdict.Fate}.");
        }
    }

    private async Task MatchAsync(IReadOnlyList<WriteItem> group, SentRequest sent, CancellationToken cancellationToken)
    {
        var match = new ReplyMatch(IdsOf(group), sent.Attempt.Reply!.Json!.Value);
        var doubtful = group.Where(item => match.IsDoubtful(item.Id)).ToArray();
        var certain = doubtful.Length == 0 ? group : [.. group.Except(doubtful)];
        foreach (var item in certain)
        {
            item.Accepted = true;
        }

        await SettleByReadingAsync([.. certain.Where(item => IsWorthReading(item, match))], cancellationToken).ConfigureAwait(false);
        recorder.Settle(
            certain.Where(item => !item.IsSettled),
            item => match.ElementOf(item.Id)?.ToOutcome() ?? ItemOutcome.NotReturned);
        await ResolveAsync(doubtful, "the reply contradicts itself", cancellationToken).ConfigureAwait(false);
    }

    // An earlier attempt that was carried out late, after it had been read back, makes the service refuse the next one:
    // the report is gone already, or it is itself the one too many. And what the service says of a report that somebody
    // else has removed meanwhile is not known.
    private static bool IsWorthReading(WriteItem item, ReplyMatch match) => match.ElementOf(item.Id)?.Result switch
    {
        ResultStatus.Done => false,
        null => item.Operation.IsOfExistingReport,
        ResultStatus.LimitError or ResultStatus.SpecError => item.Sends > 1,
        _ => item.Sends > 1 || item.Operation.IsOfExistingReport,
    };

    /// <summary>Gives those that the service refused the outcome that their reports show, where they show one.</summary>
    private async Task SettleByReadingAsync(IReadOnlyList<WriteItem> refused, CancellationToken cancellationToken)
    {
        if (refused.Count == 0)
        {
            return;
        }

        try
        {
            var answers = await JudgeAsync(refused, cancellationToken).ConfigureAwait(false);
            recorder.Settle(
                refused.Where(item => answers[item].Finding is ReadBackFinding.Confirmed or ReadBackFinding.ReportGone),
                item => answers[item].ToOutcome("the service refused it"));
        }
        catch (WfbssException failure)
        {
            sender.Log.Verbose($"What the service refused could not be read back: {failure.Message}");
        }
    }

    private async Task ResolveAsync(IReadOnlyList<WriteItem> group, string why, CancellationToken cancellationToken)
    {
        var absent = await ReadBackAsync(group, why, cancellationToken).ConfigureAwait(false);
        if (absent.Count > 0 && !sender.Session.Policy.MayRepeatProvenAbsent(absent.Max(item => item.Sends)))
        {
            recorder.Settle(absent, item => item.Operation.Exhausted with { Message = $"{why}; read back: {item.Operation.Exhausted.Message}" });
        }
        else
        {
            await WriteGroupAsync(absent, isKnownRefused: false, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>Those that are proven to have no report; the others have their outcome.</returns>
    private async Task<IReadOnlyList<WriteItem>> ReadBackAsync(IReadOnlyList<WriteItem> group, string why, CancellationToken cancellationToken)
    {
        if (group.Count == 0)
        {
            return [];
        }

        Dictionary<WriteItem, ReadBackAnswer> answers;
        try
        {
            answers = await JudgeAsync(group, cancellationToken).ConfigureAwait(false);
        }
        catch (WfbssException failure)
        {
            recorder.Stop.StopIfGeneral(failure);
            recorder.Settle(group, new ItemOutcome(ResultStatus.Unknown, $"{why}; reading back failed: {failure.Message}"));
            return [];
        }

        var absent = group.Where(item => answers[item].Finding is ReadBackFinding.ProvenAbsent).ToArray();
        foreach (var item in group)
        {
            item.Accepted |= answers[item].Finding is ReadBackFinding.Confirmed;
        }

        recorder.Settle(group.Except(absent), item => answers[item].ToOutcome(why));
        return absent;
    }

    private async Task<Dictionary<WriteItem, ReadBackAnswer>> JudgeAsync(IReadOnlyList<WriteItem> group, CancellationToken cancellationToken)
    {
        var answers = await lookup.ReadAsync(IdsOf(group), cancellationToken).ConfigureAwait(false);
        return group.ToDictionary(item => item, item => item.Operation.Judge(answers[item.Id]));
    }

    private static CustomerId[] IdsOf(IEnumerable<WriteItem> group) => [.. group.Select(item => item.Id)];
}
