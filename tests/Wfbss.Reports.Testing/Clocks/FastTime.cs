namespace Wfbss.Reports.Testing.Clocks;

/// <summary>
/// A clock that runs faster than the real one, for a client and a service that share it: a Retry-After of whole seconds
/// is over in a fraction of one.
/// </summary>
internal sealed class FastTime(double speed) : TimeProvider
{
    private readonly DateTimeOffset _began = System.GetUtcNow();
    private readonly long _timestamp = System.GetTimestamp();

    /// <summary>A time of this clock that is as long as <paramref name="real"/>.</summary>
    public TimeSpan Of(TimeSpan real) => real * speed;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)(System.GetElapsedTime(_timestamp).Ticks * speed);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _began.AddTicks(GetTimestamp());

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Real(dueTime), Real(period));

    // Rounded up: a timer must not be early.
    private TimeSpan Real(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / speed));
}
