using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing;

public sealed class RunLedgerTests
{
    private readonly WfbssSession _session = TestSessions.Over(request => Attempts.Replied(request, 200, "{}"));
    private readonly List<string> _written = [];

    [Fact]
    public void The_intent_is_noted_before_a_request_may_go_out_and_the_outcome_afterwards()
    {
        var ledger = Ledger();
        var items = Ids.Items(Ids.UpTo(2));

        Assert.True(ledger.MaySend(items));
        ledger.Settle(items, new ItemOutcome(ResultStatus.Done, "", 1));

        Assert.Equal(["intent of 2", "Done", "Done"], _written);
    }

    [Fact]
    public void A_request_does_not_go_out_if_its_intent_cannot_be_noted()
    {
        var ledger = Ledger(failsToIntend: true);
        var items = Ids.Items(Ids.UpTo(2));

        Assert.False(ledger.MaySend(items));

        Assert.Equal(WfbssErrorKind.JournalUnusable, ledger.Failure?.Kind);
        Assert.All(items, item => Assert.Equal(ResultStatus.NotAttempted, item.Result?.Status));
        Assert.All(items, item => Assert.Contains("the disk is full", item.Result!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_outcome_that_cannot_be_noted_is_the_outcome_all_the_same_and_the_last()
    {
        var ledger = Ledger(failsToConclude: true);
        var items = Ids.Items(Ids.UpTo(2));
        Assert.True(ledger.MaySend(items));

        ledger.Settle(items, new ItemOutcome(ResultStatus.Done, "", 1));

        Assert.All(items, item => Assert.Equal(ResultStatus.Done, item.Result?.Status));
        Assert.False(ledger.MaySend(Ids.Items([Ids.Of(3)])));
    }

    [Fact]
    public void The_first_reason_to_stop_counts()
    {
        var ledger = Ledger();
        var first = new WfbssException(WfbssErrorKind.AccessDenied, "first", "");
        ledger.Stop(first);
        ledger.Stop(new WfbssException(WfbssErrorKind.SessionClosed, "second", ""));

        Assert.Same(first, ledger.Failure);
        Assert.False(ledger.MaySend(Ids.Items([Ids.Of(1)])));
        Assert.DoesNotContain("intent of 1", _written);
    }

    [Fact]
    public void What_has_been_sent_and_not_done_is_not_called_not_attempted()
    {
        var items = Ids.Items(Ids.UpTo(2));
        var attempt = Attempts.Replied(Attempts.Write, 429);
        items[0].WasSent(new SentRequest(attempt, Verdict.Classify(attempt), 3));

        Ledger().SettleNotSent(items, "why");

        Assert.Equal([ResultStatus.NotDone, ResultStatus.NotAttempted], items.Select(item => item.Result?.Status));
        Assert.Equal([3, 0], items.Select(item => item.Result!.Attempts));
        Assert.Equal([attempt.TraceId, null], items.Select(item => item.Result!.TraceId));
    }

    [Fact]
    public void There_is_no_second_outcome()
    {
        var ledger = Ledger();
        var items = Ids.Items([Ids.Of(1)]);
        ledger.Settle(items, new ItemOutcome(ResultStatus.Done));

        Assert.Throws<InvalidOperationException>(() => ledger.Settle(items, new ItemOutcome(ResultStatus.Done)));
    }

    [Fact]
    public void A_result_has_the_name_that_came_along_or_that_the_session_knows()
    {
        _session.CustomerNames.Add(Ids.Of(1), "Known");
        var ledger = Ledger();
        WriteItem[] items =
        [
            new(Ids.Target(Ids.Of(1)) with { Name = "Given" }),
            new(Ids.Target(Ids.Of(1))),
            new(Ids.Target(Ids.Of(2))),
        ];

        ledger.Settle(items, new ItemOutcome(ResultStatus.Done, "", 7));

        Assert.Equal(["Given", "Known", null], items.Select(item => item.Result!.CustomerName));
        Assert.All(items, item => Assert.Equal(("a report", 7, true), (item.Result!.ReportName, item.Result.ReportId, item.Result.Succeeded)));
    }

    private OutcomeRecorder Ledger(bool failsToIntend = false, bool failsToConclude = false) =>
        new(_session, "a report", new Journal(_written, failsToIntend, failsToConclude));

    private sealed class Journal(List<string> written, bool failsToIntend, bool failsToConclude) : IRunJournal
    {
        public JournalState? Earlier(CustomerId id) => null;

        public void Intend(IReadOnlyList<CustomerId> ids)
        {
            if (failsToIntend) throw new IOException("the disk is full");
            written.Add($"intent of {ids.Count}");
        }

        public void Conclude(IReadOnlyList<ScheduledReportResult> results)
        {
            if (failsToConclude) throw new UnauthorizedAccessException("the disk is full");
            written.AddRange(results.Select(result => result.Status));
        }

        public void Dispose()
        {
        }
    }
}
