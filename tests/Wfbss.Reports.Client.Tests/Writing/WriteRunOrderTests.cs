using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Writing;

public sealed class WriteRunOrderTests
{
    [Property(MaxTest = 100)]
    public Property Whatever_order_the_answers_come_in_the_customers_come_out_as_they_went_in() => Prop.ForAll(
        (from batches in Gen.Choose(1, 8)
         from last in Gen.Choose(1, 10)
         from order in Gen.Shuffle(Enumerable.Range(0, batches).ToArray())
         select (count: ((batches - 1) * 10) + last, order)).ToArbitrary(),
        sample => CheckOrderAsync(sample.count, sample.order).GetAwaiter().GetResult());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_goes_in_than_a_window_while_the_oldest_has_no_answer(int throttle)
    {
        var never = new TaskCompletionSource<Attempt>();
        var transport = new ScriptedTransport((_, cancellation) => never.Task.WaitAsync(cancellation));
        await using var run = Runs.Create(transport, new WriteRunOptions { ThrottleLimit = throttle });

        var count = 0;
        while (!run.IsFull)
        {
            run.Add(RunExtensions.Target(Ids.Of(++count)));
        }

        Assert.Equal(throttle * 4 * 10, count);
        Assert.Empty(run.TakeReady());
    }

    [Fact]
    public async Task Batches_get_their_turn_in_the_order_of_the_input()
    {
        var transport = Answering();
        await using var run = Runs.Create(transport, new WriteRunOptions { ThrottleLimit = 1 });
        await run.DriveAsync(Ids.UpTo(500));

        Assert.Equal(Ids.UpTo(500), transport.Requests.SelectMany(request => request.CustomerIds()));
    }

    [Fact]
    public async Task Batches_that_are_behind_a_slow_one_wait_for_it()
    {
        var isReleased = new TaskCompletionSource();
        var othersAreAnswered = new CountdownEvent(2);
        var transport = new ScriptedTransport(async (request, cancellation) =>
        {
            if (request.CustomerIds().Contains(Ids.Of(1)))
            {
                await isReleased.Task.WaitAsync(cancellation);
            }
            else
            {
                othersAreAnswered.Signal();
            }

            return Attempts.Replied(request, 200, Replies.Done(request.CustomerIds()));
        });
        await using var run = Runs.Create(transport, new WriteRunOptions { ThrottleLimit = 2 });

        foreach (var target in Ids.UpTo(30).Select(RunExtensions.Target))
        {
            run.Add(target);
        }

        othersAreAnswered.Wait(CancellationToken.None);
        Assert.Empty(run.TakeReady());
        Assert.False(run.Head.IsCompleted);

        isReleased.SetResult();
        Assert.Equal(Ids.UpTo(30).Select(id => id.ToString()), (await run.DriveAsync(Array.Empty<CustomerInput>())).Select(result => result.CustomerId));
    }

    [Fact]
    public async Task What_is_no_id_comes_out_in_its_place_and_is_not_sent()
    {
        var transport = Answering();
        await using var run = Runs.Create(transport);
        CustomerInput[] targets =
        [
            new("first", null, null, 1),
            RunExtensions.Target(Ids.Of(1), 1),
            new("third", null, "A name", 3),
            RunExtensions.Target(Ids.Of(2), 3),
            new("", null, null, 5),
        ];

        var results = await run.DriveAsync(targets);

        Assert.Equal(["first", Ids.Of(1).ToString(), "third", Ids.Of(2).ToString(), ""], results.Select(result => result.CustomerId));
        Assert.Equal(["InvalidId", "Done", "InvalidId", "Done", "InvalidId"], results.Select(result => result.Status));
        Assert.Equal("input 3, 'third', is not a customer ID", results[2].Message);
        Assert.Equal(Ids.UpTo(2), Assert.Single(transport.Requests).CustomerIds());
    }

    [Fact]
    public async Task Any_number_of_what_is_no_id_comes_out_as_it_went_in()
    {
        var transport = Answering();
        await using var run = Runs.Create(transport);
        var results = await run.DriveAsync(Enumerable.Range(1, 1234).Select(n => new CustomerInput($"no {n}", null, null, n)));

        Assert.Equal(Enumerable.Range(1, 1234).Select(n => $"no {n}"), results.Select(result => result.CustomerId));
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task A_customer_that_is_put_in_again_is_counted_and_not_sent_again()
    {
        var transport = Answering();
        await using var run = Runs.Create(transport);
        var results = await run.DriveAsync([.. Ids.UpTo(15), .. Ids.UpTo(15), Ids.Of(16)]);

        Assert.Equal(16, results.Count);
        Assert.Equal(15, run.Repeats);
        Assert.Equal(
            Ids.UpTo(16).Select(id => id.ToString()),
            transport.Requests.SelectMany(request => request.CustomerIds()).Select(id => id.ToString()).Order());
    }

    [Fact]
    public async Task A_run_into_which_nothing_went_gives_nothing()
    {
        await using var run = Runs.Create(Answering());
        Assert.Empty(await run.DriveAsync(Array.Empty<CustomerInput>()));
        Assert.True(run.Head.IsCompleted);
    }

    private static ScriptedTransport Answering() =>
        new(request => Attempts.Replied(request, 200, Replies.Done(request.CustomerIds())));

    private static async Task CheckOrderAsync(int count, int[] order)
    {
        var ids = Ids.UpTo(count);
        var arrived = new ConcurrentDictionary<int, TaskCompletionSource>();
        for (var batch = 0; batch < order.Length; batch++)
        {
            arrived[batch] = new TaskCompletionSource();
        }

        var released = order.ToDictionary(batch => batch, _ => new TaskCompletionSource());
        var transport = new ScriptedTransport(async (request, _) =>
        {
            var batch = Array.IndexOf(ids, request.CustomerIds()[0]) / 10;
            arrived[batch].SetResult();
            await released[batch].Task;
            return Attempts.Replied(request, 200, Replies.Done(request.CustomerIds()));
        });
        await using var run = Runs.Create(transport, new WriteRunOptions { ThrottleLimit = order.Length });

        var driving = run.DriveAsync(ids);
        await Task.WhenAll(arrived.Values.Select(source => source.Task)).Soon();
        foreach (var batch in order)
        {
            released[batch].SetResult();
        }

        Assert.Equal(ids.Select(id => id.ToString()), (await driving).Select(result => result.CustomerId));
        Assert.Equal(order.Length, transport.MostUnderWay);
    }
}
