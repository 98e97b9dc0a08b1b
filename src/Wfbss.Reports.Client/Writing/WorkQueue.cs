namespace Wfbss.Reports.Writing;

/// <summary>
/// Does work in the order in which it was put in, at most so much at once. Whoever has finished something goes on with
/// what has waited longest; no thread is changed for that, and none waits.
/// </summary>
internal sealed class WorkQueue(int atOnce)
{
    private readonly object _gate = new();
    private readonly Queue<WaitingWork> _waiting = new();
    private readonly List<Task> _unfinished = [];
    private int _workers;

    /// <summary>How much of what was put in is not finished.</summary>
    public int Unfinished
    {
        get
        {
            lock (_gate)
            {
                _unfinished.RemoveAll(task => task.IsCompleted);
                return _unfinished.Count;
            }
        }
    }

    /// <summary>Puts work in. It never starts on the caller's thread.</summary>
    /// <returns>Completes as the work does.</returns>
    public Task Add(Func<Task> work)
    {
        var waiting = new WaitingWork(work);
        lock (_gate)
        {
            _waiting.Enqueue(waiting);
            _unfinished.Add(waiting.Done);
            if (_workers == atOnce)
            {
                return waiting.Done;
            }

            _workers++;
        }

        _ = Task.Run(WorkAsync);
        return waiting.Done;
    }

    /// <summary>Completes with the other task, or as soon as anything that was not finished is.</summary>
    public Task WhenAnyIsFinished(Task other)
    {
        lock (_gate)
        {
            return Task.WhenAny(_unfinished.Append(other));
        }
    }

    private async Task WorkAsync()
    {
        while (Next() is { } next)
        {
            await next.DoAsync().ConfigureAwait(false);
        }
    }

    private WaitingWork? Next()
    {
        lock (_gate)
        {
            if (_waiting.Count > 0)
            {
                return _waiting.Dequeue();
            }

            _workers--;
            return null;
        }
    }

    private sealed class WaitingWork(Func<Task> work)
    {
        // Whoever waits for the result must not hold up the worker.
        private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => _done.Task;

        public async Task DoAsync()
        {
            try
            {
                await work().ConfigureAwait(false);
                _done.SetResult(true);
            }
            catch (OperationCanceledException)
            {
                _done.SetCanceled();
            }
            catch (Exception exception)
            {
                _done.SetException(exception);
            }
        }
    }
}
