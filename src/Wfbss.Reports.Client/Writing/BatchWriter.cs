using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Brings one batch of up to ten customers to their outcomes. It follows the table "What happens to a write" in
/// docs/guarantees.md row by row.
/// </summary>
internal sealed class BatchWriter(RequestSender sender, IWriteOperation operation, OutcomeRecorder ledger)
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
    public async Task ResumeAsync(
        IReadOnlyList<WriteItem> doubtful,
        TimeSpan age,
        CancellationToken cancellationToken)
    {
        // A run that is started again at once may overtake the request of the one that was killed.
        if (doubtful.Count > 0 && age < sender.Session.Options.RetryInterval)
        {
            await sender.BackOffAsync(1, $"{doubtful.Count} customers are read back: {EarlierRun}", cancellationToken).ConfigureAwait(false);
        }

        await ReadBackAsync(doubtful, EarlierRun, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>
    /// Whether the service has accepted all of the group. Once a group is refused and one half of it is accepted, the
    /// other half is known to be refused and need not be sent whole.
    /// </returns>
    private async Task<bool> WriteGroupAsync(
        IReadOnlyList<WriteItem> group,
        bool isKnownRefused,
        CancellationToken cancellationToken)
    {
        if (group.Count == 0) return true;

        if (!isKnownRefused || group.Count == 1)
        {
            // The intent is on the disk before the request is on the wire, or the request does not go out.
            if (!ledger.MaySend(group)) return false;
            var sent = await SendAsync(group, cancellationToken).ConfigureAwait(false);
            if (sent.Verdict.WriteFate is not WriteFate.Refused || group.Count == 1)
            {
                return await ConcludeAsync(group, sent, cancellationToken).ConfigureAwait(false);
            }

            sender.Log.Verbose($"The service refused a batch of {group.Count} ({sent.Verdict.Reason}); it is halved.");
        }

        var half = group.Count / 2;
        var isFirstAccepted = await WriteGroupAsync([.. group.Take(half)], false, cancellationToken).ConfigureAwait(false);
        await WriteGroupAsync([.. group.Skip(half)], isFirstAccepted, cancellationToken).ConfigureAwait(false);
        return false;
    }

    private async Task<SentRequest> SendAsync(IReadOnlyList<WriteItem> group, CancellationToken cancellationToken)
    {
        var request = operation.RequestFor(IdsOf(group));
        var sent = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var item in group) item.WasSent(sent);
        return sent;
    }

    private async Task<bool> ConcludeAsync(
        IReadOnlyList<WriteItem> group,
        SentRequest sent,
        CancellationToken cancellationToken)
    {
        var reason = sent.Verdict.Reason;
        switch (sent.Verdict.WriteFate)
        {
            case WriteFate.Done:
                return await MatchAsync(group, sent, cancellationToken).ConfigureAwait(false);
            case WriteFate.Unknown:
                var why = $"It is not known whether the write was carried out ({reason}), so it is read back";
                await sender.BackOffAsync(group.Max(item => item.Sends), why, cancellationToken).ConfigureAwait(false);
                return await ResolveAsync(group, reason, cancellationToken).ConfigureAwait(false);
            case WriteFate.NotDone:
                ledger.Settle(group, new ItemOutcome(ResultStatus.NotDone, reason));
                return false;
            case WriteFate.Refused:
                if (operation.IsOfExistingReport) await SettleByReadingAsync(group, cancellationToken).ConfigureAwait(false);
                ledger.Settle(group.Where(item => !item.IsSettled), new ItemOutcome(ResultStatus.Refused, reason));
                return false;
            case WriteFate.Denied:
                ledger.Stop(ServiceErrors.For(sent.Verdict, sent.Attempt, sender.Session));
                ledger.Settle(group, new ItemOutcome(ResultStatus.Denied, reason));
                return false;
            default:
                throw new InvalidOperationException($"There is no rule for {sent.Verdict.WriteFate}.");
        }
    }

    private async Task<bool> MatchAsync(
        IReadOnlyList<WriteItem> group,
        SentRequest sent,
        CancellationToken cancellationToken)
    {
        var match = new ReplyMatch(IdsOf(group), sent.Attempt.Reply!.Json!.Value);
        var doubtful = group.Where(item => match.IsDoubtful(item.Id)).ToArray();
        var certain = doubtful.Length == 0 ? group : [.. group.Except(doubtful)];
        await SettleByReadingAsync([.. certain.Where(item => IsWorthReading(item, match))], cancellationToken).ConfigureAwait(false);
        ledger.Settle(
            certain.Where(item => !item.IsSettled),
            item => match.ElementOf(item.Id)?.ToOutcome()
                ?? new ItemOutcome(ResultStatus.NotReturned, "not known to the service"));
        return await ResolveAsync(doubtful, "the reply contradicts itself", cancellationToken).ConfigureAwait(false);
    }

    // An earlier attempt that was carried out late, after it had been read back, makes the service refuse the next one:
    // the report is gone already, or it is itself the one too many. And what the service says of a report that somebody
    // else has removed meanwhile is not known.
    private bool IsWorthReading(WriteItem item, ReplyMatch match) => match.ElementOf(item.Id)?.Result switch
    {
        ResultStatus.Done => false,
        null => operation.IsOfExistingReport,
        ResultStatus.LimitError or ResultStatus.SpecError => item.Sends > 1,
        _ => item.Sends > 1 || operation.IsOfExistingReport,
    };

    /// <summary>Gives those that the service refused the outcome that their reports show, where they show one.</summary>
    private async Task SettleByReadingAsync(IReadOnlyList<WriteItem> refused, CancellationToken cancellationToken)
    {
        if (refused.Count == 0) return;
        try
        {
            var answers = await operation.ReadBackAsync(IdsOf(refused), cancellationToken).ConfigureAwait(false);
            ledger.Settle(
                refused.Where(item => answers[item.Id].Finding is ReadBackFinding.Confirmed or ReadBackFinding.ReportGone),
                item => OutcomeOf(answers[item.Id], "the service refused it"));
        }
        catch (WfbssException failure)
        {
            sender.Log.Verbose($"What the service refused could not be read back: {failure.Message}");
        }
    }

    private async Task<bool> ResolveAsync(IReadOnlyList<WriteItem> group, string why, CancellationToken cancellationToken)
    {
        var absent = await ReadBackAsync(group, why, cancellationToken).ConfigureAwait(false);
        if (absent.Count > 0 && !sender.Session.Policy.MayRepeatProvenAbsent(absent.Max(item => item.Sends)))
        {
            var outcome = operation.Exhausted;
            ledger.Settle(absent, outcome with { Message = $"{why}; read back: {outcome.Message}" });
        }
        else
        {
            await WriteGroupAsync(absent, isKnownRefused: false, cancellationToken).ConfigureAwait(false);
        }

        return group.All(item => item.Result?.Status == ResultStatus.Done);
    }

    /// <returns>Those that are proven to have no report; the others have their outcome.</returns>
    private async Task<IReadOnlyList<WriteItem>> ReadBackAsync(
        IReadOnlyList<WriteItem> group,
        string why,
        CancellationToken cancellationToken)
    {
        if (group.Count == 0) return [];
        IReadOnlyDictionary<CustomerId, ReadBackAnswer> answers;
        try
        {
            answers = await operation.ReadBackAsync(IdsOf(group), cancellationToken).ConfigureAwait(false);
        }
        catch (WfbssException failure)
        {
            if (failure.Kind is WfbssErrorKind.AccessDenied or WfbssErrorKind.SessionClosed) ledger.Stop(failure);
            ledger.Settle(group, new ItemOutcome(ResultStatus.Unknown, $"{why}; reading back failed: {failure.Message}"));
            return [];
        }

        var absent = group.Where(item => answers[item.Id].Finding is ReadBackFinding.ProvenAbsent).ToArray();
        ledger.Settle(group.Except(absent), item => OutcomeOf(answers[item.Id], why));
        return absent;
    }

    private static ItemOutcome OutcomeOf(ReadBackAnswer answer, string why) => answer.Finding switch
    {
        ReadBackFinding.Confirmed => new(ResultStatus.Done, "", answer.ReportId, ByReadBack: true),
        ReadBackFinding.ReportGone => new(
            ResultStatus.NotFound, $"{why}; read back: the customer has no such report any more", answer.ReportId, ByReadBack: true),
        ReadBackFinding.CustomerUnknown => new(
            ResultStatus.NotReturned, $"{why}; read back: not known to the service", ByReadBack: true),
        _ => new(ResultStatus.Unknown, $"{why}; reading back does not settle it: {answer.Message}"),
    };

    private static CustomerId[] IdsOf(IEnumerable<WriteItem> group) => [.. group.Select(item => item.Id)];
}
