using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Wfbss.Reports.Testing.Clocks;

/// <summary>A clock that stands still until it is told otherwise, and tells when somebody has begun to wait for it.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public WatchedTime()
    {
    }

    public WatchedTime(DateTimeOffset now) : base(now)
    {
    }

    /// <summary>Returns when one more wait than at the last call has begun, with how long it is.</summary>
    public async Task<TimeSpan> NextWaitAsync() => await _waits.Reader.ReadAsync();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
