using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Sessions;

/// <summary>
/// Admits requests to the service, for everything that uses a session together: none before the service's pause is
/// over, and fewer at once after it asked to slow down, growing back with each success.
/// </summary>
internal sealed class Pacer(TimeProvider time)
{
    /// <summary>The most requests that a session has under way at once, whatever the cmdlets ask for.</summary>
    public const int MostAtOnce = HttpConnections.MostAtOnce;

    // Timers of .NET Framework reach no further than 24 days; what is longer is waited for in pieces.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(20);

    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource<bool>> _waiting = new();
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
    private int _limit = MostAtOnce;
    private int _inFlight;
    private int _successes;
    private int _slowDowns;

    /// <summary>How many requests may be under way at once now.</summary>
    public int Limit
    {
        get
        {
            lock (_gate)
            {
                return _limit;
            }
        }
    }

    /// <summary>How long nothing may be sent, from now.</summary>
    public TimeSpan Pause
    {
        get
        {
            lock (_gate)
            {
                return _pausedUntil - time.GetUtcNow();
            }
        }
    }

    /// <summary>Waits until a request may go out. The lease is disposed when its reply is there.</summary>
    public async Task<PacerLease> EnterAsync(CancellationToken cancellationToken)
    {
        await TakeSlotAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (Pause is { Ticks: > 0 } pause)
            {
                await time.Delay(DelayFor(pause), cancellationToken).ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                return new PacerLease(this, _slowDowns);
            }
        }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <summary>The service answered as it should: after as many such answers as may be under way, one more may.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            if (_limit >= MostAtOnce || ++_successes < _limit)
            {
                return;
            }

            _successes = 0;
            _limit++;
            Admit();
        }
    }

    /// <summary>
    /// The service asked to slow down: nothing goes out for <paramref name="pause"/>, and afterwards half as much at once.
    /// </summary>
    /// <param name="lease">The lease of the request that was told so.</param>
    /// <param name="pause">How long to wait.</param>
    public void SlowDown(PacerLease lease, TimeSpan pause)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var until = pause < DateTimeOffset.MaxValue - now ? now + pause : DateTimeOffset.MaxValue;
            if (until > _pausedUntil)
            {
                _pausedUntil = until;
            }

            // Requests that went out together are told together; they mean one slow-down, not one each.
            if (lease.SlowDownsBefore != _slowDowns)
            {
                return;
            }

            _slowDowns++;
            _successes = 0;
            _limit = Math.Max(1, Math.Min(_limit, _inFlight) / 2);
        }
    }

    internal void Leave()
    {
        lock (_gate)
        {
            _inFlight--;
            Admit();
        }
    }

    // Delays count whole milliseconds, and cut off the rest: without rounding up, the last part of a pause would be spent
    // in waits of no length.
    private static TimeSpan DelayFor(TimeSpan pause) =>
        pause > LongestDelay ? LongestDelay : TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds));

    private Task TakeSlotAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> turn;
        lock (_gate)
        {
            if (_inFlight < _limit)
            {
                _inFlight++;
                return Task.CompletedTask;
            }

            turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        return WaitForTurnAsync(turn, cancellationToken);
    }

    private static async Task WaitForTurnAsync(TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        // Cancelled turns stay in the queue; Admit passes them over, so that no slot is given to nobody.
        using var registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task.ConfigureAwait(false);
    }

    private void Admit()
    {
        while (_inFlight < _limit && _waiting.TryDequeue(out var turn))
        {
            if (turn.TrySetResult(true))
            {
                _inFlight++;
            }
        }
    }
}

/// <summary>The right to have one request under way.</summary>
internal sealed class PacerLease(Pacer pacer, int slowDownsBefore) : IDisposable
{
    private Pacer? _pacer = pacer;

    /// <summary>How often the service had asked to slow down when the request went out.</summary>
    public int SlowDownsBefore { get; } = slowDownsBefore;

    public void Dispose() => Interlocked.Exchange(ref _pacer, null)?.Leave();
}
