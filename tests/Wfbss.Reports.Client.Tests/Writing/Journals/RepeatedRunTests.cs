using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing.Journals;

/// <summary>What each command makes of the journal of an earlier run: when it may be repeated, and what it takes from it.</summary>
public sealed class RepeatedRunTests : IDisposable
{
    private static readonly CreateOperation Create = new(Samples.Weekly);
    private static readonly ReplaceOperation Replace = new(Samples.Weekly, 5, isVisible: true);
    private static readonly RemoveOperation Remove = new(5, "Weekly security");

    private readonly JournalFixture _fixture = new();

    public static TheoryData<string> Uses => [.. Enum.GetNames<JournalUse>()];

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("Change", "PUT 5")]
    [InlineData("Remove", "DELETE 5")]
    public async Task A_change_or_removal_whose_run_has_ended_is_not_repeated(string use, string write)
    {
        await DriveAsync(Answering(), UseOf(use), Runs.Items(Ids.UpTo(3), OperationOf(use)));
        var before = _fixture.Text;

        var failure = Assert.Throws<WfbssException>(() => Run(Answering(), UseOf(use)));

        Assert.Equal(WfbssErrorKind.JournalUnusable, failure.Kind);
        Assert.Contains("has come to its end", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.Text);
        var records = JournalReader.ReadFile(_fixture.Path).ToArray();
        Assert.Equal(["Run", "Intent", "Outcome", "Outcome", "Outcome", "End"], records.Select(record => record.Kind.ToString()));
        Assert.Equal((use, "Weekly security"), (records[0].Command, records[1].ReportName));
        Assert.All(records[1..^1], record => Assert.StartsWith(write, record.Write, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_create_is_repeated_after_its_end_and_sends_nothing_for_those_that_are_done()
    {
        var options = new WriteRunOptions { JournalPath = _fixture.Path };
        await using (var run = Runs.Create(Answering(), options))
        {
            await run.DriveAsync(Ids.UpTo(3));
        }

        Assert.Equal(JournalRecordKind.End, JournalReader.ReadFile(_fixture.Path).Last().Kind);

        var transport = Answering();
        await using var again = Runs.Create(transport, options);
        var results = await again.DriveAsync(Ids.UpTo(4));

        Assert.All(results, result => Assert.Equal(ResultStatus.Done, result.Status));
        Assert.All(results.Take(3), result => Assert.Contains("done by an earlier run", result.Message, StringComparison.Ordinal));
        Assert.Equal([Ids.Of(4)], Assert.Single(transport.Requests).CustomerIds());
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task A_run_that_leaves_something_over_has_not_ended_and_the_next_one_does_only_that(string use)
    {
        var first = new ScriptedTransport(request => Attempts.Replied(request, request.CustomerIds().Contains(Ids.Of(11)) ? 401 : 200, Replies.Done(request.CustomerIds())));
        var statuses = (await DriveAsync(first, UseOf(use), Runs.Items(Ids.UpTo(15), OperationOf(use)))).Select(result => result.Status);
        Assert.Equal([.. Enumerable.Repeat("Done", 10), .. Enumerable.Repeat("Denied", 5)], statuses);
        Assert.DoesNotContain(JournalReader.ReadFile(_fixture.Path), record => record.Kind is JournalRecordKind.End);

        // A sync has read first, and so brings only what is still to be done.
        var transport = Answering();
        var left = UseOf(use) is JournalUse.Sync ? Ids.UpTo(15)[10..] : Ids.UpTo(15);
        var results = await DriveAsync(transport, UseOf(use), Runs.Items(left, OperationOf(use)));

        Assert.All(results, result => Assert.Equal(ResultStatus.Done, result.Status));
        Assert.Equal(Ids.UpTo(15)[10..], Assert.Single(transport.Requests).CustomerIds());
        Assert.Equal(JournalRecordKind.End, JournalReader.ReadFile(_fixture.Path).Last().Kind);
    }

    [Fact]
    public async Task A_rehearsal_has_not_come_to_the_end_of_what_there_was_to_do()
    {
        await using (var rehearsal = Run(Answering(), JournalUse.Remove))
        {
            rehearsal.Approve = _ => BatchApproval.Rehearse;
            Assert.Empty(await rehearsal.DriveItemsAsync(Runs.Items(Ids.UpTo(3), Remove), isRehearsal: true));
        }

        Assert.Equal(3, (await DriveAsync(Answering(), JournalUse.Remove, Runs.Items(Ids.UpTo(3), Remove))).Count(result => result.Succeeded));
    }

    [Fact]
    public async Task What_is_done_with_other_settings_is_not_sent_and_both_are_named()
    {
        using (var killed = _fixture.Open(JournalUse.Change))
        {
            killed.Conclude([JournalFixture.Settled(1, ResultStatus.Done, 5, operation: Replace)]);
        }

        var other = new ReplaceOperation(Samples.Monthly, 5, isVisible: true, knownAs: "Weekly security");
        var transport = Answering();

        var results = await DriveAsync(
            transport, JournalUse.Change, [.. Runs.Items(Ids.UpTo(2), other), .. Runs.Items([Ids.Of(1)], new ReplaceOperation(Samples.Monthly, 6, isVisible: true))]);

        Assert.Equal([ResultStatus.NotAttempted, ResultStatus.Done, ResultStatus.Done], results.Select(result => result.Status));
        Assert.All(
            ["done with other settings", "'Weekly security'", Hash(Replace), "'Monthly security'", Hash(other)],
            part => Assert.Contains(part, results[0].Message, StringComparison.Ordinal));
        Assert.DoesNotContain(transport.Requests, request => request.Query.Contains("rtid=5", StringComparison.Ordinal) && request.CustomerIds().Contains(Ids.Of(1)));
    }

    [Fact]
    public async Task What_is_in_doubt_with_other_settings_is_not_sent_either()
    {
        using (var killed = _fixture.Open(JournalUse.Change))
        {
            killed.Intend(Runs.Items([Ids.Of(1)], Replace));
        }

        var transport = Answering();

        var result = Assert.Single(await DriveAsync(
            transport, JournalUse.Change, Runs.Items([Ids.Of(1)], new ReplaceOperation(Samples.Weekly with { Enabled = false }, 5, isVisible: true))));

        Assert.Equal(ResultStatus.NotAttempted, result.Status);
        Assert.Contains("in doubt with other settings", result.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData("Create", "New-WfbssScheduledReport")]
    [InlineData("Change", "Set-WfbssScheduledReport")]
    [InlineData("Remove", "Remove-WfbssScheduledReport")]
    [InlineData("Sync", "Sync-WfbssScheduledReport")]
    public void A_journal_of_another_command_is_refused_and_left_alone(string use, string command)
    {
        _fixture.Open(UseOf(use)).Dispose();
        var before = _fixture.Text;

        foreach (var other in Enum.GetValues<JournalUse>().Where(other => other.ToString() != use))
        {
            var failure = Assert.Throws<WfbssException>(() => _fixture.Open(other));
            Assert.Equal(WfbssErrorKind.JournalUnusable, failure.Kind);
            Assert.Contains($"it was made by {command}", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, _fixture.Text);
        _fixture.Open(UseOf(use)).Dispose();
    }

    [Theory]
    [InlineData("Change", true)]
    [InlineData("Change", false)]
    [InlineData("Remove", true)]
    [InlineData("Remove", false)]
    public async Task What_was_in_doubt_is_read_before_it_is_sent_again(string use, bool wasCarriedOut)
    {
        using (var killed = _fixture.Open(UseOf(use)))
        {
            killed.Intend(Runs.Items([Ids.Of(1)], OperationOf(use)));
        }

        var isThere = UseOf(use) is JournalUse.Change || !wasCarriedOut;
        var time = wasCarriedOut ? 28800 : 0;
        var report = $$"""{"rtid":5,"type":3,"setting":{"name":"Weekly security","enabled":1,"parameter":{"weekday":1,"time":{{time}},"email":0} } }""";
        var transport = new ScriptedTransport(request => Attempts.Replied(request, 200, request.IsWrite
            ? Replies.Done(request.CustomerIds())
            : Replies.Of([$$"""{"id":"{{Ids.Of(1)}}","reports":[{{(isThere ? report : "")}}]}"""])));

        var result = Assert.Single(await DriveAsync(transport, UseOf(use), Runs.Items([Ids.Of(1)], OperationOf(use))));

        Assert.Equal((ResultStatus.Done, wasCarriedOut), (result.Status, result.ConfirmedByReadBack));
        Assert.Equal(wasCarriedOut ? [false] : [false, true], transport.Requests.Select(request => request.IsWrite));
    }

    [Fact]
    public async Task A_sync_settles_what_was_in_doubt_by_what_it_has_read()
    {
        using (var killed = _fixture.Open(JournalUse.Sync))
        {
            killed.Intend(Runs.Items([Ids.Of(1)], Create));
        }

        var right = new WriteItem(RunExtensions.Target(Ids.Of(1)), operation: null);
        right.Settle(Done(3));
        var transport = Answering();

        Assert.Single(await DriveAsync(transport, JournalUse.Sync, [right]));

        Assert.Empty(transport.Requests);
        var outcome = Assert.Single(JournalReader.ReadFile(_fixture.Path), record => record.Kind is JournalRecordKind.Outcome);
        Assert.Equal((ResultStatus.Done, 3, Create.Fingerprint), (outcome.Status, outcome.ReportId, outcome.Write));
    }

    [Theory]
    [InlineData("PUT 5")]
    [InlineData("DELETE 5")]
    public async Task A_sync_does_not_settle_what_was_in_doubt_by_another_report_of_the_same_name(string write)
    {
        WriteOperation doubtful = write.StartsWith("PUT", StringComparison.Ordinal) ? Replace : Remove;
        using (var killed = _fixture.Open(JournalUse.Sync))
        {
            killed.Intend(Runs.Items([Ids.Of(1)], doubtful));
        }

        var right = new WriteItem(RunExtensions.Target(Ids.Of(1)), operation: null);
        right.Settle(Done(3));

        Assert.Single(await DriveAsync(Answering(), JournalUse.Sync, [right]));

        Assert.DoesNotContain(JournalReader.ReadFile(_fixture.Path), record => record.Kind is JournalRecordKind.Outcome);
    }

    [Theory]
    [InlineData("Sync", true)]
    [InlineData("Sync", false)]
    [InlineData("Remove", true)]
    [InlineData("Remove", false)]
    public async Task A_removal_that_was_in_doubt_is_done_once_its_report_is_not_read_any_more(string use, bool isGone)
    {
        using (var killed = _fixture.Open(UseOf(use)))
        {
            killed.Intend(Runs.Items([Ids.Of(1)], Remove));
        }

        // Whatever is to be done now, and also if it is nothing.
        ScheduledReport[] reports = [Samples.Shown(Samples.Weekly, id: 3), .. isGone ? [] : new[] { Samples.Shown(Samples.Weekly, id: 5) }];
        var customer = new CustomerReports(RunExtensions.Target(Ids.Of(1)), Name: null, CustomerAnswer<ScheduledReport>.Known(reports));
        var steps = new SyncPlanner(new DesiredState([Samples.Weekly, Samples.Monthly]), new SyncOptions()).Plan(customer).Steps;
        await DriveAsync(Answering(), UseOf(use), new PlannedWrites().ItemsOf(steps));

        var outcomes = JournalReader.ReadFile(_fixture.Path)
            .Where(record => record.Kind is JournalRecordKind.Outcome && record.Write == Remove.Fingerprint)
            .Select(record => (record.ReportName, record.Status, record.ReportId, record.ConfirmedByReadBack));
        Assert.Equal(isGone ? [("Weekly security", ResultStatus.Done, 5, true)] : [], outcomes);
    }

    [Fact]
    public async Task Reports_that_could_not_be_read_settle_no_removal()
    {
        using (var killed = _fixture.Open(JournalUse.Sync))
        {
            killed.Intend(Runs.Items([Ids.Of(1)], Remove));
        }

        var customer = new CustomerReports(RunExtensions.Target(Ids.Of(1)), Name: null, CustomerAnswer<ScheduledReport>.NotRead("no answer"));
        var steps = new SyncPlanner(new DesiredState([Samples.Weekly]), new SyncOptions()).Plan(customer).Steps;
        await DriveAsync(Answering(), JournalUse.Sync, new PlannedWrites().ItemsOf(steps));

        Assert.DoesNotContain(JournalReader.ReadFile(_fixture.Path), record => record.Kind is JournalRecordKind.Outcome);
    }

    [Fact]
    public async Task A_sync_makes_good_again_what_has_drifted_since_its_journal_had_it_done()
    {
        await DriveAsync(Answering(), JournalUse.Sync, Runs.Items(Ids.UpTo(2), Replace));
        var transport = Answering();

        var results = await DriveAsync(transport, JournalUse.Sync, [.. Runs.Items([Ids.Of(1)], Replace), .. Runs.Items([Ids.Of(2)], new ReplaceOperation(Samples.Weekly with { Enabled = false }, 5, isVisible: true))]);

        Assert.All(results, result => Assert.Equal((ResultStatus.Done, 1), (result.Status, result.Attempts)));
        Assert.Equal(2, transport.Requests.Count(request => request.IsWrite));
    }

    private static ScheduledReportResult Done(int reportId) => new()
    {
        CustomerId = Ids.Of(1).ToString(),
        ReportName = "Weekly security",
        ReportId = reportId,
        Status = ResultStatus.Done,
    };

    private static JournalUse UseOf(string use) => Enum.Parse<JournalUse>(use);

    private static WriteOperation OperationOf(string use) => UseOf(use) switch
    {
        JournalUse.Create => Create,
        JournalUse.Remove => Remove,
        _ => Replace,
    };

    private static string Hash(ReplaceOperation operation) => operation.Fingerprint.Split(' ')[^1][..8];

    private WriteRun Run(IServiceTransport transport, JournalUse use) => new(
        TestSessions.SenderOver(transport),
        new WriteRunOptions { ThrottleLimit = 1, JournalPath = _fixture.Path },
        use);

    private async Task<List<ScheduledReportResult>> DriveAsync(IServiceTransport transport, JournalUse use, IEnumerable<WriteItem> items)
    {
        await using var run = Run(transport, use);
        return await run.DriveItemsAsync(items);
    }

    private static ScriptedTransport Answering() =>
        new(request => Attempts.Replied(request, 200, Replies.Done(request.CustomerIds())));
}
