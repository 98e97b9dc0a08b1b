using Microsoft.Extensions.Time.Testing;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing;

/// <summary>Items that each bring their own operation: what goes together, what waits for what, and when it is sent.</summary>
public sealed class WriteRunItemsTests
{
    private static readonly CreateOperation Create = new(Samples.Weekly);
    private static readonly ReplaceOperation Replace = new(Samples.Weekly, 5, isVisible: true);
    private static readonly RemoveOperation Remove = new(5, "Weekly security");

    [Fact]
    public async Task Items_whose_request_is_the_same_share_it_and_all_come_out_in_the_order_of_the_input()
    {
        var transport = Answering();
        await using var run = Run(transport);
        WriteOperation[] operations = [Create, Replace, Remove, new ReplaceOperation(Samples.Weekly, 6, isVisible: true), new CreateOperation(Samples.Monthly)];

        var results = await run.DriveItemsAsync(Ids.UpTo(35).Select((id, index) => new WriteItem(RunExtensions.Target(id), operations[index % 5])));

        Assert.Equal(Ids.UpTo(35).Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.All(results, result => Assert.Equal(ResultStatus.Done, result.Status));
        Assert.Equal(5, transport.Requests.Count);
        for (var number = 0; number < 5; number++)
        {
            var request = operations[number].RequestFor([.. Ids.UpTo(35).Where((_, index) => index % 5 == number)]);
            Assert.Contains(transport.Requests, sent => sent.ToString() == request.ToString() && sent.Body.SequenceEqual(request.Body));
        }
    }

    [Fact]
    public async Task More_than_ten_of_one_request_go_in_tens_whatever_is_between_them()
    {
        var transport = Answering();
        await using var run = Run(transport, throttle: 1);

        await run.DriveItemsAsync(Ids.UpTo(50).Select((id, index) => new WriteItem(RunExtensions.Target(id), index % 2 == 0 ? Replace : Remove)));

        Assert.Equal([(5, 2), (10, 4)], transport.Requests.CountBy(request => request.CustomerIds().Length).Select(entry => (entry.Key, entry.Value)).Order());
    }

    [Fact]
    public async Task A_customer_that_is_meant_twice_by_the_same_request_goes_in_two()
    {
        var transport = Answering();
        await using var run = Run(transport);

        var results = await run.DriveItemsAsync(Runs.Items([Ids.Of(1), Ids.Of(2), Ids.Of(1), Ids.Of(3)]));

        Assert.Equal([1, 2, 1, 3], results.Select(result => Array.FindIndex(Ids.UpTo(3), id => id.ToString() == result.CustomerId) + 1));
        Assert.Equal(2, transport.Requests.Count);
        Assert.Contains(transport.Requests, request => request.CustomerIds().SequenceEqual(Ids.UpTo(2)));
        Assert.Contains(transport.Requests, request => request.CustomerIds().SequenceEqual([Ids.Of(1), Ids.Of(3)]));
    }

    [Fact]
    public async Task A_customers_report_is_replaced_before_another_is_removed_and_that_before_one_is_created()
    {
        var transport = Answering();
        await using var run = Run(transport);
        var steps = Plan();

        var results = await run.ApplyAsync(steps);

        Assert.Equal([SyncAction.Replaced, SyncAction.Created, SyncAction.Removed], results.Select(result => result.Action));
        Assert.Equal(["PUT", "DELETE", "POST"], transport.Requests.Select(request => request.Method.Method));
    }

    [Fact]
    public async Task What_must_not_be_removed_unless_another_is_set_right_stays_if_it_is_not()
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(request, 200, Replies.Of(request.CustomerIds()
            .Select(id => Replies.Element(id, request.Method == HttpMethod.Put ? "SpecError" : "Done")))));
        await using var run = Run(transport);

        var results = await run.ApplyAsync(Plan());

        Assert.Equal(["SpecError", "Done", "NotAttempted"], results.Select(result => result.Status));
        Assert.Contains("report 4 of the same name could not be set right", results[2].Message, StringComparison.Ordinal);
        Assert.Equal(["PUT", "POST"], transport.Requests.Select(request => request.Method.Method));
    }

    [Fact]
    public async Task A_rehearsal_asks_for_what_requires_another_write_as_well_and_nothing_comes_out()
    {
        var transport = Answering();
        await using var run = Run(transport);
        var asked = 0;
        run.Approve = _ =>
        {
            asked++;
            return BatchApproval.Rehearse;
        };

        Assert.Empty(await run.DriveItemsAsync(new PlannedWrites().ItemsOf(Plan()), isRehearsal: true));

        Assert.Equal((3, 0), (asked, transport.Requests.Count));
    }

    [Fact]
    public async Task What_requires_a_write_that_was_only_rehearsed_is_not_sent_whatever_is_answered()
    {
        var transport = Answering();
        await using var run = Run(transport);
        var asked = 0;
        run.Approve = _ => asked++ == 0 ? BatchApproval.Rehearse : BatchApproval.Send;

        var results = await run.DriveItemsAsync(new PlannedWrites().ItemsOf(Plan()));

        Assert.Equal(3, asked);
        Assert.Equal(["POST"], transport.Requests.Select(request => request.Method.Method));
        Assert.Equal([SyncAction.Created], results.Cast<SyncResult>().Select(result => result.Action));
    }

    [Fact]
    public async Task A_group_that_is_not_full_is_sent_when_an_input_comes_and_its_oldest_has_waited_a_second()
    {
        var time = new FakeTimeProvider();
        var sent = new TaskCompletionSource();
        var transport = new ScriptedTransport(request =>
        {
            sent.TrySetResult();
            return Attempts.Replied(request, 200, Replies.Done(request.CustomerIds()));
        });
        await using var run = Run(transport, time: time);
        var items = Runs.Items(Ids.UpTo(4));

        run.Add(items[0]);
        time.Advance(TimeSpan.FromMilliseconds(999));
        run.Add(items[1]);
        Assert.False(items[0].Group?.IsStarted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        run.Add(items[2]);
        await sent.Task.Soon();
        run.Add(items[3]);

        Assert.Equal(Ids.UpTo(3), Assert.Single(transport.Requests).CustomerIds());
        Assert.False(items[3].Group?.IsStarted);
    }

    [Fact]
    public async Task An_input_of_another_kind_sends_what_has_waited_as_well()
    {
        var time = new FakeTimeProvider();
        await using var run = Run(Answering(), time: time);
        var creates = Runs.Items(Ids.UpTo(2));
        var replace = new WriteItem(RunExtensions.Target(Ids.Of(3)), Replace);

        run.Add(creates[0]);
        run.Add(creates[1]);
        time.Advance(TimeSpan.FromSeconds(1));
        run.Add(replace);

        Assert.True(creates[0].Group?.IsStarted);
        Assert.Same(creates[0].Group, creates[1].Group);
        Assert.False(replace.Group?.IsStarted);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(300)]
    public async Task Customers_whose_settings_are_their_own_are_sent_several_at_once(int customers)
    {
        await using var run = Run(Gathering(5, _ => true));

        var results = await run.DriveItemsAsync(Ids.UpTo(customers).Select((id, index) =>
            new WriteItem(RunExtensions.Target(id), new CreateOperation(Samples.Weekly with { Name = $"Report {index}" }))));

        Assert.Equal(Ids.UpTo(customers).Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.All(results, result => Assert.Equal(ResultStatus.Done, result.Status));
    }

    [Fact]
    public async Task What_waited_for_others_of_its_customer_is_sent_several_at_once()
    {
        await using var run = Run(Gathering(5, request => request.Method == HttpMethod.Delete));
        var items = Ids.UpTo(20).SelectMany((id, index) =>
        {
            var replace = new WriteItem(RunExtensions.Target(id), new ReplaceOperation(Samples.Weekly, 100 + index, isVisible: true));
            return new[] { replace, new WriteItem(RunExtensions.Target(id), new RemoveOperation(200 + index, "Weekly security")) { After = [replace] } };
        });

        Assert.All(await run.DriveItemsAsync(items), result => Assert.Equal(ResultStatus.Done, result.Status));
    }

    // One report too many of the first definition, both with other settings, and none of the second.
    private static IReadOnlyList<SyncStep> Plan()
    {
        ScheduledReport[] reports = [.. new[] { 7, 4 }.Select(id => Samples.Shown(Samples.Weekly with { Enabled = false }, id: id))];
        var customer = new CustomerReports(RunExtensions.Target(Ids.Of(1)), Name: null, CustomerAnswer<ScheduledReport>.Known(reports));
        var desired = new DesiredState([Samples.Weekly, Samples.Monthly]);
        return new SyncPlanner(desired, new SyncOptions { RemoveDuplicate = true }).Plan(customer).Steps;
    }

    private static WriteRun Run(IServiceTransport transport, int throttle = 5, TimeProvider? time = null) => new(
        TestSessions.SenderOver(transport, TestSessions.Options with { TimeProvider = time ?? new HurryingTime() }),
        new WriteRunOptions { ThrottleLimit = throttle },
        JournalUse.Sync);

    private static ScriptedTransport Answering() =>
        new(request => Attempts.Replied(request, 200, Replies.Done(request.CustomerIds())));

    // Answers the first requests of a kind only when so many of them are under way.
    private static ScriptedTransport Gathering(int count, Func<ServiceRequest, bool> kind)
    {
        var arrived = 0;
        var together = new TaskCompletionSource();
        return new(async (request, cancellation) =>
        {
            if (kind(request))
            {
                if (Interlocked.Increment(ref arrived) == count)
                {
                    together.SetResult();
                }

                await together.Task.WaitAsync(cancellation);
            }

            return Attempts.Replied(request, 200, Replies.Done(request.CustomerIds()));
        });
    }
}
