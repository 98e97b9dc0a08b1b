using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Client.Tests.Sessions;

public sealed class PacerTests
{
    private readonly WatchedTime _time = new();
    private readonly Pacer _pacer;

    public PacerTests() => _pacer = new Pacer(_time);

    [Fact]
    public async Task As_many_as_the_limit_go_out_together_and_one_more_waits()
    {
        var leases = await EnterAsync(Pacer.MostAtOnce);
        var oneMore = _pacer.EnterAsync(CancellationToken.None);
        Assert.False(oneMore.IsCompleted);

        leases[0].Dispose();

        await oneMore.Soon();
    }

    [Fact]
    public async Task Those_who_wait_go_in_the_order_in_which_they_came()
    {
        await LimitToAsync(1);
        var lease = await _pacer.EnterAsync(CancellationToken.None).Soon();
        var waiting = Enumerable.Range(0, 20).Select(_ => _pacer.EnterAsync(CancellationToken.None)).ToArray();
        foreach (var (index, next) in waiting.Index())
        {
            Assert.All(waiting.Skip(index), task => Assert.False(task.IsCompleted));
            lease.Dispose();
            lease = await next.Soon();
        }
    }

    [Fact]
    public async Task A_lease_that_is_given_back_twice_is_given_back_once()
    {
        await LimitToAsync(1);
        var lease = await _pacer.EnterAsync(CancellationToken.None).Soon();
        lease.Dispose();
        lease.Dispose();

        await _pacer.EnterAsync(CancellationToken.None).Soon();
        Assert.False(_pacer.EnterAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task A_pause_holds_everyone_and_ends_exactly_on_time()
    {
        var pause = TimeSpan.FromSeconds(30);
        var leases = await EnterAsync(20);
        _pacer.SlowDown(leases[0], pause);
        leases.ForEach(lease => lease.Dispose());

        var held = Enumerable.Range(0, 10).Select(_ => _pacer.EnterAsync(CancellationToken.None)).ToArray();
        Assert.Equal(pause, _pacer.Pause);
        _time.Advance(pause - TimeSpan.FromTicks(1));
        Assert.All(held, task => Assert.False(task.IsCompleted));

        _time.Advance(TimeSpan.FromTicks(1));

        await Task.WhenAll(held).Soon();
        Assert.True(_pacer.Pause <= TimeSpan.Zero);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9_999)]
    [InlineData(10_001)]
    [InlineData(123_456_789)]
    public async Task A_pause_that_is_no_whole_number_of_milliseconds_ends_within_one_of_them(long ticks)
    {
        var lease = await _pacer.EnterAsync(CancellationToken.None).Soon();
        _pacer.SlowDown(lease, TimeSpan.FromTicks(ticks));
        lease.Dispose();
        var held = _pacer.EnterAsync(CancellationToken.None);
        Assert.False(held.IsCompleted);

        _time.Advance(TimeSpan.FromTicks(ticks + TimeSpan.TicksPerMillisecond));

        await held.Soon();
    }

    [Fact]
    public async Task A_pause_that_grows_while_it_is_waited_for_is_waited_for_to_its_new_end()
    {
        var leases = await EnterAsync(4);
        _pacer.SlowDown(leases[0], TimeSpan.FromSeconds(10));
        leases[0].Dispose();
        leases[1].Dispose();
        leases[2].Dispose();
        var held = _pacer.EnterAsync(CancellationToken.None);
        await _time.NextWaitAsync().Soon();
        _pacer.SlowDown(leases[3], TimeSpan.FromSeconds(25));

        _time.Advance(TimeSpan.FromSeconds(10));
        await _time.NextWaitAsync().Soon();
        Assert.False(held.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(15));
        await held.Soon();
    }

    [Fact]
    public async Task A_shorter_pause_does_not_cut_a_longer_one()
    {
        var leases = await EnterAsync(2);
        _pacer.SlowDown(leases[0], TimeSpan.FromSeconds(60));
        _pacer.SlowDown(leases[1], TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(60), _pacer.Pause);
    }

    [Fact]
    public async Task A_pause_beyond_the_end_of_the_calendar_ends_with_it()
    {
        var lease = await _pacer.EnterAsync(CancellationToken.None).Soon();
        _pacer.SlowDown(lease, TimeSpan.MaxValue);

        Assert.Equal(DateTimeOffset.MaxValue - _time.GetUtcNow(), _pacer.Pause);
        Assert.False(_pacer.EnterAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Many_who_are_told_together_to_slow_down_halve_once()
    {
        var leases = await EnterAsync(40);
        foreach (var lease in leases)
        {
            _pacer.SlowDown(lease, TimeSpan.Zero);
        }

        Assert.Equal(20, _pacer.Limit);
    }

    [Fact]
    public async Task Those_who_go_out_afterwards_and_are_told_again_halve_again()
    {
        var first = await EnterAsync(40);
        _pacer.SlowDown(first[0], TimeSpan.Zero);
        first.ForEach(lease => lease.Dispose());

        var second = await EnterAsync(20);
        _pacer.SlowDown(second[0], TimeSpan.Zero);
        _pacer.SlowDown(first[1], TimeSpan.Zero);

        Assert.Equal(10, _pacer.Limit);
    }

    [Fact]
    public async Task It_never_slows_down_to_nothing()
    {
        for (var i = 0; i < 5; i++)
        {
            await LimitToAsync(1);
        }

        Assert.Equal(1, _pacer.Limit);
    }

    [Fact]
    public async Task After_as_many_answers_as_may_be_under_way_one_more_may()
    {
        await LimitToAsync(3);
        Succeed(2);
        Assert.Equal(3, _pacer.Limit);
        Succeed(1);
        Assert.Equal(4, _pacer.Limit);
        Succeed(3);
        Assert.Equal(4, _pacer.Limit);
        Succeed(1);
        Assert.Equal(5, _pacer.Limit);
    }

    [Fact]
    public async Task Growth_lets_one_go_who_waits()
    {
        await LimitToAsync(1);
        await _pacer.EnterAsync(CancellationToken.None).Soon();
        var waiting = _pacer.EnterAsync(CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        Succeed(1);

        await waiting.Soon();
    }

    [Fact]
    public async Task It_grows_back_to_the_most_and_no_further()
    {
        await LimitToAsync(2);
        Succeed(Pacer.MostAtOnce * Pacer.MostAtOnce);
        Assert.Equal(Pacer.MostAtOnce, _pacer.Limit);
    }

    [Fact]
    public async Task Slowing_down_forgets_the_answers_counted_so_far()
    {
        await LimitToAsync(4);
        Succeed(3);
        var leases = await EnterAsync(4);
        _pacer.SlowDown(leases[0], TimeSpan.Zero);
        Assert.Equal(2, _pacer.Limit);

        Succeed(1);
        Assert.Equal(2, _pacer.Limit);
    }

    private void Succeed(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _pacer.Succeeded();
        }
    }

    private async Task<List<PacerLease>> EnterAsync(int count)
    {
        var leases = new List<PacerLease>();
        for (var i = 0; i < count; i++)
        {
            leases.Add(await _pacer.EnterAsync(CancellationToken.None).Soon());
        }

        return leases;
    }

    /// <summary>Brings the limit down as a service would: twice as many go out, and are told to slow down.</summary>
    private async Task LimitToAsync(int limit)
    {
        var leases = await EnterAsync(Math.Min(_pacer.Limit, limit * 2));
        _pacer.SlowDown(leases[0], TimeSpan.Zero);
        leases.ForEach(lease => lease.Dispose());
        Assert.Equal(limit, _pacer.Limit);
    }
}
