using Microsoft.Extensions.Time.Testing;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing;

public sealed class WriteRunStopTests
{
    private static readonly WriteRunOptions OneAtATime = new() { ThrottleLimit = 1 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_the_caller_is_denied_nothing_more_is_sent(bool skipExisting)
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(request, 401, errorText: "who?"));
        await using var run = Runs.Create(transport, OneAtATime with { SkipExisting = skipExisting });

        var results = await run.DriveAsync(Ids.UpTo(45));

        Assert.Single(transport.Requests);
        Assert.Equal(45, results.Count);
        Assert.Equal(WfbssErrorKind.AccessDenied, run.Failure?.Kind);
        Assert.All(results.Take(10), result => Assert.Equal(skipExisting ? "NotAttempted" : "Denied", result.Status));
        Assert.All(results.Skip(10), result => Assert.Equal("NotAttempted", result.Status));
        Assert.All(results, result => Assert.Contains("who?", result.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_its_time_a_run_starts_no_batch_and_ends_those_it_has_started()
    {
        var time = new FakeTimeProvider();
        var transport = new ScriptedTransport(request =>
        {
            time.Advance(TimeSpan.FromMinutes(10));
            return Attempts.Replied(request, 200, Replies.Done(request.CustomerIds()));
        });
        await using var run = Runs.Create(transport, OneAtATime with { MaxDuration = TimeSpan.FromMinutes(15) }, time: time);

        var results = await run.DriveAsync(Ids.UpTo(40));

        Assert.Equal(2, transport.Requests.Count);
        Assert.All(results.Take(20), result => Assert.Equal("Done", result.Status));
        Assert.All(results.Take(20), result => Assert.Equal(TimeSpan.FromMinutes(10), result.Elapsed));
        Assert.All(results.Skip(20), result => Assert.Equal("NotAttempted", result.Status));
        Assert.All(results.Skip(20), result => Assert.Contains("00:15:00", result.Message, StringComparison.Ordinal));
        Assert.Null(run.Failure);
    }

    [Fact]
    public async Task A_session_that_is_closed_meanwhile_ends_the_run_and_everybody_comes_out_all_the_same()
    {
        Action close = () => { };
        var transport = new ScriptedTransport(request =>
        {
            close();
            return Attempts.Replied(request, 200, Replies.Done(request.CustomerIds()));
        });
        using var session = TestSessions.Over(transport);
        close = session.Dispose;
        await using var run = WriteRun.Create(session, Samples.Weekly, OneAtATime);

        var results = await run.DriveAsync(Ids.UpTo(30));

        Assert.Equal(Ids.UpTo(30).Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.All(results.Take(10), result => Assert.Equal("Done", result.Status));
        Assert.All(results.Skip(10), result => Assert.Equal("NotAttempted", result.Status));
        Assert.Equal(WfbssErrorKind.SessionClosed, run.Failure?.Kind);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_batch_that_fails_in_a_way_nobody_has_foreseen_keeps_back_no_results_before_or_after_it()
    {
        var reached = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        var transport = new ScriptedTransport(async (request, cancellation) =>
        {
            if (request.CustomerIds().Contains(Ids.Of(11)))
            {
                throw new InvalidTimeZoneException("unforeseen");
            }

            if (request.CustomerIds().Contains(Ids.Of(21)))
            {
                reached.SetResult();
                await released.Task.WaitAsync(cancellation);
            }

            return Attempts.Replied(request, 200, Replies.Done(request.CustomerIds()));
        });
        await using var run = Runs.Create(transport, OneAtATime);
        foreach (var target in Ids.UpTo(30).Select(RunExtensions.Target))
        {
            run.Add(target);
        }

        run.Complete();
        await reached.Task.Soon();

        Assert.Equal(Ids.UpTo(10).Select(id => id.ToString()), run.TakeReady().Select(result => result.CustomerId));
        Assert.Throws<InvalidTimeZoneException>(() => run.TakeReady());
        released.SetResult();
        await run.Head.Soon();
        Assert.Equal(Ids.UpTo(30)[20..].Select(id => id.ToString()), run.TakeReady().Select(result => result.CustomerId));
    }

    [Fact]
    public async Task A_run_that_is_given_up_cancels_what_is_under_way_and_sends_nothing_more()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var transport = new ScriptedTransport(async (_, cancellation) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                cancelled.SetResult();
            }

            throw new InvalidOperationException("This is never reached.");
        });
        var run = Runs.Create(transport, OneAtATime);
        foreach (var target in Ids.UpTo(40).Select(RunExtensions.Target))
        {
            run.Add(target);
        }

        await started.Task.Soon();

        await run.DisposeAsync();

        Assert.True(cancelled.Task.IsCompleted);
        Assert.Single(transport.Requests);
    }

    [Theory]
    [InlineData(nameof(BatchApproval.Send))]
    [InlineData(nameof(BatchApproval.Decline))]
    [InlineData(nameof(BatchApproval.Rehearse))]
    public async Task A_batch_is_sent_or_not_as_it_was_approved(string approval)
    {
        var second = Enum.Parse<BatchApproval>(approval);
        var asked = new List<string[]>();
        var transport = Answering();
        var sender = TestSessions.SenderOver(transport);
        await using var run = new WriteRun(sender, OneAtATime, JournalUse.Create, new CreateOperation(Samples.Weekly))
        {
            Approve = targets =>
            {
                asked.Add([.. targets.Select(target => target.Text)]);
                return asked.Count == 2 ? second : BatchApproval.Send;
            },
        };

        var results = await run.DriveAsync(Ids.UpTo(30));

        Assert.Equal(Ids.UpTo(30).Chunk(10).Select(ids => ids.Select(id => id.ToString())), asked);
        Assert.Equal(second is BatchApproval.Send ? 3 : 2, transport.Requests.Count);
        var ofSecond = results.Where(result => asked[1].Contains(result.CustomerId)).ToArray();
        Assert.Equal(second is BatchApproval.Rehearse ? 0 : 10, ofSecond.Length);
        Assert.All(ofSecond, result => Assert.Equal(second is BatchApproval.Send ? "Done" : "NotAttempted", result.Status));
        Assert.Equal(20, results.Except(ofSecond).Count(result => result.Status == ResultStatus.Done));
    }

    [Fact]
    public void A_definition_that_is_invalid_starts_no_run()
    {
        var transport = Answering();
        using var session = TestSessions.Over(transport);
        var failure = Assert.Throws<WfbssException>(() => WriteRun.Create(session, Samples.Weekly with { Name = "" }));

        Assert.Equal(WfbssErrorKind.InvalidDefinition, failure.Kind);
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void At_least_one_batch_is_in_flight(int throttle) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Runs.Create(Answering(), new WriteRunOptions { ThrottleLimit = throttle }));

    private static ScriptedTransport Answering() =>
        new(request => Attempts.Replied(request, 200, Replies.Done(request.CustomerIds())));
}
