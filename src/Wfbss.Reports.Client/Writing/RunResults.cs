using System.Runtime.CompilerServices;

namespace Wfbss.Reports.Writing;

/// <summary>Drives a run for a caller that asks for results, and has no thread of its own to keep.</summary>
internal static class RunResults
{
    /// <summary>Adds customers of a run in which the same is done to all, as long as there is room, and returns what is ready.</summary>
    public static IAsyncEnumerable<ScheduledReportResult> ResultsAsync(
        this WriteRun run,
        IEnumerable<CustomerInput> inputs,
        CancellationToken cancellationToken = default) =>
        run.ResultsAsync(EachAsync(inputs), run.Add, cancellationToken);

    /// <summary>Likewise, for customers that come one by one.</summary>
    public static IAsyncEnumerable<ScheduledReportResult> ResultsAsync(
        this WriteRun run,
        IAsyncEnumerable<CustomerInput> inputs,
        CancellationToken cancellationToken = default) =>
        run.ResultsAsync(inputs, run.Add, cancellationToken);

    /// <summary>Adds items as long as there is room, and returns what is ready.</summary>
    public static IAsyncEnumerable<ScheduledReportResult> ResultsAsync(
        this WriteRun run,
        IAsyncEnumerable<WriteItem> items,
        CancellationToken cancellationToken = default) =>
        run.ResultsAsync(items, run.Add, cancellationToken);

    private static async IAsyncEnumerable<ScheduledReportResult> ResultsAsync<T>(
        this WriteRun run,
        IAsyncEnumerable<T> inputs,
        Action<T> add,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Otherwise a cancellation would wait for the replies that are under way, however long the service takes.
        using var cancelling = cancellationToken.Register(run.Cancel);
        var next = inputs.GetAsyncEnumerator(cancellationToken);
        await using var disposing = next.ConfigureAwait(false);
        for (var hasMore = true; hasMore || !run.IsEmpty;)
        {
            if (run.IsFull || !hasMore)
            {
                await run.Head.ConfigureAwait(false);
            }
            else if (await next.MoveNextAsync().ConfigureAwait(false))
            {
                add(next.Current);
            }
            else
            {
                hasMore = false;
                run.Complete();
            }

            foreach (var result in run.TakeReady())
            {
                yield return result;
            }
        }
    }

    private static async IAsyncEnumerable<T> EachAsync<T>(IEnumerable<T> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
