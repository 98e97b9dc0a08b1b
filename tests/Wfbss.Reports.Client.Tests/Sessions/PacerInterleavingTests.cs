using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Client.Tests.Sessions;

/// <summary>The pacer under any order of what can happen to it, next to a model that is easy to see through.</summary>
public sealed class PacerInterleavingTests
{
    [Property(MaxTest = 200)]
    public Property In_any_order_of_events_slots_are_neither_lost_nor_invented() => Prop.ForAll(
        Steps().ToArbitrary(),
        steps => PlayAsync(steps).GetAwaiter().GetResult());

    [Fact]
    public async Task Waiters_who_give_up_at_the_same_moment_as_their_turn_comes_swallow_no_slot()
    {
        const int Limit = 3;
        var pacer = new Pacer(TimeProvider.System);
        await LimitToAsync(pacer, Limit);

        await Parallel.ForEachAsync(Enumerable.Range(0, 5000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            using var cancellation = new CancellationTokenSource();
            var entering = pacer.EnterAsync(cancellation.Token);
            // Races with the slots that the others give back.
            if (number % 3 != 0)
            {
                cancellation.Cancel();
            }

            try
            {
                (await entering.Soon()).Dispose();
            }
            catch (OperationCanceledException)
            {
            }
        });

        var all = Enumerable.Range(0, Limit + 1).Select(_ => pacer.EnterAsync(CancellationToken.None)).ToArray();
        await Task.WhenAll(all[..Limit]).Soon();
        Assert.False(all[Limit].IsCompleted);
    }

    [Fact]
    public async Task A_waiter_who_gives_up_during_a_pause_gives_its_slot_back()
    {
        var time = new WatchedTime();
        var pacer = new Pacer(time);
        await LimitToAsync(pacer, 1);
        var lease = await pacer.EnterAsync(CancellationToken.None).Soon();
        pacer.SlowDown(lease, TimeSpan.FromMinutes(1));
        lease.Dispose();
        using var cancellation = new CancellationTokenSource();
        var held = pacer.EnterAsync(cancellation.Token);
        var next = pacer.EnterAsync(CancellationToken.None);
        await time.NextWaitAsync().Soon();

        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
        await time.NextWaitAsync().Soon();
        time.Advance(TimeSpan.FromMinutes(1));

        await next.Soon();
    }

    [Fact]
    public async Task Who_has_given_up_before_does_not_go_in()
    {
        var pacer = new Pacer(TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pacer.EnterAsync(new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pacer.EnterAsync(new CancellationToken(canceled: true)));

        var all = Enumerable.Range(0, Pacer.MostAtOnce).Select(_ => pacer.EnterAsync(CancellationToken.None)).ToArray();
        Assert.All(all, entering => Assert.True(entering.IsCompletedSuccessfully));
    }

    private static async Task PlayAsync((Step What, int Which)[] steps)
    {
        var pacer = new Pacer(new HurryingTime());
        await LimitToAsync(pacer, 2);
        var holding = new List<PacerLease>();
        var waiting = new List<(Task<PacerLease> Entering, CancellationTokenSource GivesUp)>();
        var (limit, successes, generation) = (2, 0, 1);

        foreach (var (what, which) in steps)
        {
            switch (what)
            {
                case Step.Enter:
                    var givesUp = new CancellationTokenSource();
                    waiting.Add((pacer.EnterAsync(givesUp.Token), givesUp));
                    break;
                case Step.GiveUp when waiting.Count > 0:
                    var (entering, source) = waiting[which % waiting.Count];
                    waiting.RemoveAt(which % waiting.Count);
                    source.Cancel();
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entering);
                    break;
                case Step.Leave when holding.Count > 0:
                    holding[which % holding.Count].Dispose();
                    holding.RemoveAt(which % holding.Count);
                    break;
                case Step.SlowDown when holding.Count > 0:
                    var lease = holding[which % holding.Count];
                    if (lease.SlowDownsBefore == generation)
                    {
                        (generation, successes) = (generation + 1, 0);
                        limit = Math.Max(1, Math.Min(limit, holding.Count) / 2);
                    }

                    pacer.SlowDown(lease, TimeSpan.Zero);
                    break;
                case Step.Succeed:
                    pacer.Succeeded();
                    if (++successes == limit)
                    {
                        (successes, limit) = (0, limit + 1);
                    }

                    break;
            }

            while (holding.Count < limit && waiting.Count > 0)
            {
                // First come, first served; whoever should be in is in, or this fails.
                holding.Add(await waiting[0].Entering.Soon());
                waiting.RemoveAt(0);
            }

            Assert.Equal(limit, pacer.Limit);
            Assert.All(waiting, waiter => Assert.False(waiter.Entering.IsCompleted));
        }
    }

    private static Gen<(Step What, int Which)[]> Steps() =>
        (from what in Gen.Frequency(
            (6, Gen.Constant(Step.Enter)),
            (2, Gen.Constant(Step.GiveUp)),
            (4, Gen.Constant(Step.Leave)),
            (1, Gen.Constant(Step.SlowDown)),
            (2, Gen.Constant(Step.Succeed)))
         from which in Gen.Choose(0, 100)
         select (what, which)).ArrayOf();

    private static async Task LimitToAsync(Pacer pacer, int limit)
    {
        var leases = new List<PacerLease>();
        for (var i = 0; i < limit * 2; i++)
        {
            leases.Add(await pacer.EnterAsync(CancellationToken.None).Soon());
        }

        pacer.SlowDown(leases[0], TimeSpan.Zero);
        leases.ForEach(lease => lease.Dispose());
        Assert.Equal(limit, pacer.Limit);
    }

    private enum Step
    {
        Enter,
        GiveUp,
        Leave,
        SlowDown,
        Succeed,
    }
}
