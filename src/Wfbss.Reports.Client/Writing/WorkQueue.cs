namespace Wfbss.Reports.Writing;

/// <summary>
/// Does work in the order in which it was put in, at most so much at once. Whoever has finished something goes on with
/// what has waited longest; no thread is changed for that, and none waits.
/// </summary>
internal sealed class WorkQueue(int atOnce)
{
    private readonly object _gate = new();
    private readonly Queue<WaitingWork> _waiting = new();
    private int _workers;

    /// <summary>Puts work in. It never starts on the caller's thread.</summary>
    /// <returns>Completes as the work does.</returns>
    public Task Add(Func<Task> work)
    {
        var waiting = new WaitingWork(work);
        lock (_gate)
        {
            _waiting.Enqueue(waiting);
            if (_workers == atOnce) return waiting.Done;
            _workers++;
        }

        _ = Task.Run(WorkAsync);
        return waiting.Done;
    }

    private async Task WorkAsync()
    {
        while (Next() is { } next) await next.DoAsync().ConfigureAwait(false);
    }

    private WaitingWork? Next()
    {
        lock (_gate)
        {
            if (_waiting.Count > 0) return _waiting.Dequeue();
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
