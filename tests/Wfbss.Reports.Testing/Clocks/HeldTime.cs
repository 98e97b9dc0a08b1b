namespace Wfbss.Reports.Testing.Clocks;

/// <summary>A clock for a sandbox on which every wait lasts until the test lets it end.</summary>
internal sealed class HeldTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<HeldWait> _held = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];
    private int _begun;
    private bool _isOpen;

    /// <summary>A latency for the sandbox; how long it is does not matter.</summary>
    public static TimeSpan AnyWait { get; } = TimeSpan.FromHours(1);

    /// <summary>Completes when this many waits have begun since the start.</summary>
    public Task HasBegunAsync(int count)
    {
        lock (_gate)
        {
            if (_begun >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((count, reached));
            return reached.Task;
        }
    }

    /// <summary>Ends the waits that began first.</summary>
    public void Release(int count)
    {
        HeldWait[] released;
        lock (_gate)
        {
            released = [.. _held.Take(count)];
            _held.RemoveRange(0, released.Length);
        }

        foreach (var wait in released)
        {
            wait.Elapse();
        }
    }

    /// <summary>Ends all waits, and those to come as soon as they begin.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _isOpen = true;
        }

        Release(int.MaxValue);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new HeldWait(callback, state);
        bool isOpen;
        lock (_gate)
        {
            isOpen = _isOpen;
            if (!isOpen)
            {
                _held.Add(wait);
            }

            _begun++;
            foreach (var watcher in _watchers.Where(watcher => watcher.Count <= _begun))
            {
                watcher.Reached.TrySetResult();
            }

            _watchers.RemoveAll(watcher => watcher.Count <= _begun);
        }

        if (isOpen)
        {
            wait.Elapse();
        }

        return wait;
    }

    private sealed class HeldWait(TimerCallback callback, object? state) : ITimer
    {
        // Elsewhere, as a real timer does: the caller of CreateTimer has not got its timer yet.
        public void Elapse() => ThreadPool.QueueUserWorkItem(_ => callback(state));

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
