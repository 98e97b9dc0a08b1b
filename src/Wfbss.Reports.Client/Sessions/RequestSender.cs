using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Sessions;

/// <summary>Sends requests of one operation, and repeats them as the session's policy allows.</summary>
internal sealed class RequestSender(WfbssSession session, IOperationLog log)
{
    public WfbssSession Session => session;

    public IOperationLog Log => log;

    /// <summary>Sends until there is an answer that repeating would not better.</summary>
    public async Task<SentRequest> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (session.Pacer.Pause is { Ticks: > 0 } pause)
            {
                log.Verbose(FormattableString.Invariant($"The service asked to wait: nothing is sent for {pause.TotalSeconds:0.#} s."));
            }

            var attempt = await session.AttemptAsync(request, cancellationToken).ConfigureAwait(false);
            if (log.IsDebugOn)
            {
                log.Debug(AttemptDescription.For(attempt));
            }

            var verdict = attempt.Verdict;
            if (!session.Policy.MayRepeat(request, verdict, tries))
            {
                return new SentRequest(attempt, tries);
            }

            await WaitAsync(request, verdict, tries, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads something, and fails unless the service answers.</summary>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public async Task<JsonElement> ReadAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var sent = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return sent.Verdict.Fate is WriteFate.Done
            ? sent.Attempt.Reply!.Json!.Value
            : throw ServiceErrors.For(sent.Verdict, sent.Attempt, session);
    }

    /// <summary>Waits as before a retry.</summary>
    public async Task BackOffAsync(int retry, string why, CancellationToken cancellationToken)
    {
        var wait = session.Policy.BackOff(retry);
        log.Verbose(FormattableString.Invariant($"{why}; waiting {wait.TotalSeconds:0.#} s."));
        await session.Options.TimeProvider.Delay(wait, cancellationToken).ConfigureAwait(false);
    }

    private Task WaitAsync(ServiceRequest request, Verdict verdict, int tries, CancellationToken cancellationToken)
    {
        var why = $"{request.Method} {request.Resource} is tried again (retry {tries} of {session.MaximumRetryCount}): {verdict.Reason}";

        // The pacer holds everybody back as long as the service asked; waiting here as well would add to it. A service
        // that asks for no time at all, or names a time that is over, is still given the usual one.
        if (verdict.RetryAfter is { Ticks: > 0 } pause)
        {
            log.Verbose(FormattableString.Invariant($"{why}; the service asks to wait {pause.TotalSeconds:0.#} s."));
            return Task.CompletedTask;
        }

        return BackOffAsync(tries, why, cancellationToken);
    }
}

/// <summary>A request after its last attempt.</summary>
/// <param name="Attempt">The last attempt.</param>
/// <param name="Tries">How many attempts there were.</param>
internal sealed record SentRequest(Attempt Attempt, int Tries)
{
    /// <summary>What the last attempt tells.</summary>
    public Verdict Verdict => Attempt.Verdict;
}
