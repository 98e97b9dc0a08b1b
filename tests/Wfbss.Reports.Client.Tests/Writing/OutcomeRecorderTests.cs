using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing;

public sealed class OutcomeRecorderTests
{
    private readonly WfbssSession _session = TestSessions.Over(request => Attempts.Replied(request, 200, "{}"));
    private readonly List<string> _written = [];

    [Fact]
    public void The_intent_is_noted_before_a_request_may_go_out_and_the_outcome_afterwards()
    {
        var recorder = Recorder();
        var items = Runs.Items(Ids.UpTo(2));

        Assert.True(recorder.MaySend(items));
        recorder.Settle(items, new ItemOutcome(ResultStatus.Done, "", 1));

        Assert.Equal(["intent of 2", "Done", "Done"], _written);
    }

    [Fact]
    public void A_request_does_not_go_out_if_its_intent_cannot_be_noted()
    {
        var recorder = Recorder(failsToIntend: true);
        var items = Runs.Items(Ids.UpTo(2));

        Assert.False(recorder.MaySend(items));

        Assert.Equal(WfbssErrorKind.JournalUnusable, recorder.Stop.Failure?.Kind);
        Assert.All(items, item => Assert.Equal(ResultStatus.NotAttempted, item.Result?.Status));
        Assert.All(items, item => Assert.Contains("the disk is full", item.Result!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_outcome_that_cannot_be_noted_is_the_outcome_all_the_same_and_the_last()
    {
        var recorder = Recorder(failsToConclude: true);
        var items = Runs.Items(Ids.UpTo(2));
        Assert.True(recorder.MaySend(items));

        recorder.Settle(items, new ItemOutcome(ResultStatus.Done, "", 1));

        Assert.All(items, item => Assert.Equal(ResultStatus.Done, item.Result?.Status));
        Assert.False(recorder.MaySend(Runs.Items([Ids.Of(3)])));
    }

    [Fact]
    public void The_first_reason_to_stop_counts()
    {
        var recorder = Recorder();
        var first = new WfbssException(WfbssErrorKind.AccessDenied, "first", "");
        recorder.Stop.Stop(first);
        recorder.Stop.Stop(new WfbssException(WfbssErrorKind.SessionClosed, "second", ""));

        Assert.Same(first, recorder.Stop.Failure);
        Assert.False(recorder.MaySend(Runs.Items([Ids.Of(1)])));
        Assert.DoesNotContain("intent of 1", _written);
    }

    [Fact]
    public void What_has_been_sent_and_not_done_is_not_called_not_attempted()
    {
        var items = Runs.Items(Ids.UpTo(2));
        var attempt = Attempts.Replied(Attempts.Write, 429);
        items[0].WasSent(new SentRequest(attempt, 3));

        Recorder().SettleNotSent(items, "why");

        Assert.Equal([ResultStatus.NotDone, ResultStatus.NotAttempted], items.Select(item => item.Result?.Status));
        Assert.Equal([3, 0], items.Select(item => item.Result!.Attempts));
        Assert.Equal([attempt.TraceId, null], items.Select(item => item.Result!.TraceId));
    }

    [Fact]
    public void There_is_no_second_outcome()
    {
        var recorder = Recorder();
        var items = Runs.Items([Ids.Of(1)]);
        recorder.Settle(items, new ItemOutcome(ResultStatus.Done));

        Assert.Throws<InvalidOperationException>(() => recorder.Settle(items, new ItemOutcome(ResultStatus.Done)));
    }

    [Fact]
    public void A_result_has_the_name_that_came_along_or_that_the_session_knows()
    {
        _session.CustomerNames.Add(Ids.Of(1), "Known");
        var recorder = Recorder();
        var operation = new CreateOperation(Samples.Weekly with { Name = "a report" });
        WriteItem[] items =
        [
            new(RunExtensions.Target(Ids.Of(1)) with { Name = "Given" }, operation),
            new(RunExtensions.Target(Ids.Of(1)), operation),
            new(RunExtensions.Target(Ids.Of(2)), operation),
        ];

        recorder.Settle(items, new ItemOutcome(ResultStatus.Done, "", 7));

        Assert.Equal(["Given", "Known", null], items.Select(item => item.Result!.CustomerName));
        Assert.All(items, item => Assert.Equal(("a report", 7, true), (item.Result!.ReportName, item.Result.ReportId, item.Result.Succeeded)));
    }

    private OutcomeRecorder Recorder(bool failsToIntend = false, bool failsToConclude = false) =>
        new(_session, new RunStop(), new Journal(_written, failsToIntend, failsToConclude));

    private sealed class Journal(List<string> written, bool failsToIntend, bool failsToConclude) : IRunJournal
    {
        public JournalState? Earlier(WriteItem item) => null;

        public IReadOnlyList<JournalState> Earlier(CustomerId id) => [];

        public void Intend(IReadOnlyList<WriteItem> items)
        {
            if (failsToIntend)
            {
                throw new IOException("the disk is full");
            }

            written.Add($"intent of {items.Count}");
        }

        public void Conclude(IReadOnlyList<WriteItem> items)
        {
            if (failsToConclude)
            {
                throw new UnauthorizedAccessException("the disk is full");
            }

            written.AddRange(items.Select(item => item.Result!.Status));
        }

        public void Conclude(JournalState doubt, ScheduledReportResult result) => written.Add($"{doubt.Write} {result.Status}");

        public void End() => written.Add("end");

        public void Dispose()
        {
        }
    }
}
