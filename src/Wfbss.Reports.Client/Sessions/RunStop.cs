namespace Wfbss.Reports.Sessions;

/// <summary>
/// How a run stops: the first failure that concerns everybody counts, and nothing is sent after it; and when its time is
/// over, nothing new is started. What reads and what writes in a run ask the same one, so that both stop together and say the
/// same. Safe to use from all groups at once.
/// </summary>
/// <param name="time">The clock; <see langword="null"/> for that of the system.</param>
/// <param name="maxDuration">After this time from now nothing new is started; <see langword="null"/> for no limit.</param>
internal sealed class RunStop(TimeProvider? time = null, TimeSpan? maxDuration = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly long _started = (time ?? TimeProvider.System).GetTimestamp();
    private WfbssException? _failure;

    /// <summary>Why nothing more is sent; <see langword="null"/> while the run goes on.</summary>
    public WfbssException? Failure => Volatile.Read(ref _failure);

    /// <summary>The same as the reason of outcomes; <see langword="null"/> while the run goes on.</summary>
    public string? Why => Failure is { } failure ? $"the run was stopped before: {failure.Message}" : null;

    /// <summary>Why nothing new is started: the failure, or the time limit; <see langword="null"/> while the run goes on.</summary>
    public string? WhyNothingStarts => Why ?? (IsTimeOver ? $"the run's time limit ({maxDuration}) was reached" : null);

    private bool IsTimeOver => maxDuration is { } most && _time.GetElapsedTime(_started) >= most;

    /// <summary>Ends the run. The first failure counts.</summary>
    public void Stop(WfbssException failure) => Interlocked.CompareExchange(ref _failure, failure, null);

    /// <summary>Ends the run if a failure concerns not one request but the key pair or the session.</summary>
    public void StopIfGeneral(WfbssException failure)
    {
        if (failure.Kind is WfbssErrorKind.AccessDenied or WfbssErrorKind.SessionClosed)
        {
            Stop(failure);
        }
    }
}
