using System.Collections.Concurrent;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Writing;

public sealed class WorkQueueTests
{
    [Fact]
    public async Task Work_starts_in_the_order_in_which_it_was_put_in_and_never_more_at_once_than_allowed()
    {
        var queue = new WorkQueue(atOnce: 3);
        var started = new ConcurrentQueue<int>();
        var gates = Enumerable.Range(0, 9).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var arrivals = Enumerable.Range(0, 9).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();

        var works = gates.Select((gate, number) => queue.Add(async () =>
        {
            started.Enqueue(number);
            arrivals[number].SetResult();
            await gate.Task;
        })).ToArray();

        await Task.WhenAll(arrivals[..3].Select(arrival => arrival.Task));
        Assert.Equal([0, 1, 2], started.Order());
        for (var next = 3; next < 9; next++)
        {
            Assert.Equal(next, started.Count);
            gates[next - 3].SetResult();
            await arrivals[next].Task;
            Assert.Equal(next, started.Last());
        }

        foreach (var gate in gates[6..])
        {
            gate.SetResult();
        }

        await Task.WhenAll(works);
    }

    [Fact]
    public async Task What_fails_or_is_cancelled_does_so_for_itself_alone()
    {
        var queue = new WorkQueue(atOnce: 1);

        var failing = queue.Add(() => throw new InvalidOperationException("this one"));
        var cancelled = queue.Add(() => Task.FromCanceled(new CancellationToken(canceled: true)));
        var sound = queue.Add(() => Task.CompletedTask);

        await sound;
        Assert.Equal("this one", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public async Task Work_that_is_put_in_after_all_was_done_is_done_too()
    {
        var queue = new WorkQueue(atOnce: 2);
        for (var turn = 0; turn < 100; turn++)
        {
            var done = 0;
            await Task.WhenAll(Enumerable.Range(0, turn % 5).Select(_ => queue.Add(() =>
            {
                Interlocked.Increment(ref done);
                return Task.CompletedTask;
            })));
            Assert.Equal(turn % 5, done);
        }
    }
}
