namespace Wfbss.Reports.Sandbox.Faults;

/// <summary>The times during which a <c>Retry-After</c> asked everybody to stay away.</summary>
internal sealed class RetryAfterWindows(TimeSpan grace)
{
    // Timers and clocks do not agree to the millisecond; a client that waited is not early.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> _windows = [];
    private long _lastEnd;

    /// <summary>Opens a window when its reply is about to leave.</summary>
    public void Add(DateTimeOffset now, DateTimeOffset until)
    {
        lock (_gate)
        {
            _windows.RemoveAll(window => window.Until <= now);
            _windows.Add((now + grace, until - Tolerance));
            Volatile.Write(ref _lastEnd, Math.Max(_lastEnd, until.UtcTicks));
        }
    }

    /// <summary>Whether a request that arrives now should have waited, and until when.</summary>
    public bool IsEarly(DateTimeOffset now, out DateTimeOffset until)
    {
        until = default;
        if (now.UtcTicks >= Volatile.Read(ref _lastEnd))
        {
            return false;
        }

        lock (_gate)
        {
            foreach (var window in _windows)
            {
                if (now > window.From && now < window.Until && window.Until > until)
                {
                    until = window.Until;
                }
            }
        }

        return until != default;
    }
}
