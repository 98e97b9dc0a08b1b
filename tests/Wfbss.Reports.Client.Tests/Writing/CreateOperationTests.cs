using System.Text;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Writing;

/// <summary>What reading back makes of what it finds: only what is proven absent may be sent again.</summary>
public sealed class CreateOperationTests
{
    private const string Same =
        """{"rtid":1,"number":0,"type":3,"setting":{"name":"Weekly security","enabled":1,"parameter":{"weekday":1,"time":28800,"email":0}}}""";

    private static readonly string Later = Same.Replace("28800", "32400", StringComparison.Ordinal);

    [Fact]
    public void The_request_is_the_specifications()
    {
        var request = new CreateOperation(Samples.Weekly).RequestFor(Ids.UpTo(2));

        Assert.Equal($"POST report?cids={Ids.Of(1)},{Ids.Of(2)}", request.ToString());
        Assert.Equal(ReportBody.WriteText(Samples.Weekly), Encoding.UTF8.GetString(request.Body));
        Assert.True(request.IsWrite);
    }

    [Fact]
    public void A_report_with_this_name_and_these_settings_is_the_write() =>
        Assert.Equal(new ReadBackAnswer(ReadBackFinding.Confirmed, 1), Judge(Same));

    [Fact]
    public void Of_several_the_newest_is_the_write() =>
        Assert.Equal(
            new ReadBackAnswer(ReadBackFinding.Confirmed, 4),
            Judge(Same, With(Same, "rtid", 4), With(Same, "rtid", 3), With(Later, "rtid", 9)));

    [Fact]
    public void No_report_is_proof() => Assert.Equal(new ReadBackAnswer(ReadBackFinding.ProvenAbsent), Judge());

    [Theory]
    [InlineData("Weekly Security")]
    [InlineData("Weekly security ")]
    [InlineData("Other")]
    public void Reports_of_other_names_are_proof(string name) =>
        Assert.Equal(
            new ReadBackAnswer(ReadBackFinding.ProvenAbsent),
            Judge(Same.Replace("Weekly security", name, StringComparison.Ordinal)));

    [Fact]
    public void A_namesake_with_other_settings_that_has_run_is_older_and_so_proof() =>
        Assert.Equal(new ReadBackAnswer(ReadBackFinding.ProvenAbsent), Judge(With(Later, "number", 3)));

    [Fact]
    public void A_namesake_with_other_settings_that_has_never_run_may_be_the_write()
    {
        var answer = Judge(Later);

        Assert.Equal((ReadBackFinding.Unclear, 1), (answer.Finding, answer.ReportId));
        Assert.Contains("At: 09:00:00, not 08:00:00", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_namesake_that_does_not_say_whether_it_has_run_may_be_the_write() =>
        Assert.Equal(
            ReadBackFinding.Unclear,
            Judge(Later.Replace("\"number\":0,", "", StringComparison.Ordinal)).Finding);

    [Theory]
    [InlineData("""{"rtid":1,"number":0}""")]
    [InlineData("""{"rtid":1,"number":9,"type":3,"setting":{"enabled":1,"parameter":{"weekday":1,"time":28800,"email":0}}}""")]
    [InlineData("""{"rtid":1,"number":9,"type":3,"setting":{"name":7,"enabled":1,"parameter":{"weekday":1,"time":28800,"email":0}}}""")]
    [InlineData("""{"rtid":1,"number":9,"type":3,"setting":{"name":{"text":"Weekly security"},"enabled":1}}""")]
    public void A_report_whose_name_is_not_shown_may_be_the_write(string report)
    {
        var answer = Judge(report);

        Assert.Equal((ReadBackFinding.Unclear, 1), (answer.Finding, answer.ReportId));
        Assert.Contains("name", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_namesake_of_which_no_setting_is_shown_confirms_nothing() =>
        Assert.Equal(ReadBackFinding.Unclear, Judge("""{"rtid":1,"number":3,"setting":{"name":"Weekly security"}}""").Finding);

    [Fact]
    public void What_was_refused_or_not_read_is_unclear_and_what_the_service_does_not_know_is_so()
    {
        var operation = new CreateOperation(Samples.Weekly);

        Assert.Equal(new ReadBackAnswer(ReadBackFinding.Unclear, Message: "expired"), operation.Judge(CustomerAnswer<ScheduledReport>.Refused("expired")));
        Assert.Equal(new ReadBackAnswer(ReadBackFinding.Unclear, Message: "left out"), operation.Judge(CustomerAnswer<ScheduledReport>.NotRead("left out")));
        Assert.Equal(new ReadBackAnswer(ReadBackFinding.CustomerUnknown), operation.Judge(CustomerAnswer<ScheduledReport>.UnknownToService));
    }

    [Fact]
    public async Task A_customer_whom_the_service_does_not_know_is_not_sent_a_second_time()
    {
        var transport = new ScriptedTransport(request => request.IsWrite
            ? Attempts.Failed(request, AttemptFailure.TimedOut)
            : Attempts.Replied(request, 200, Replies.Of([])));
        await using var run = Runs.Create(transport);

        var result = Assert.Single(await run.DriveAsync([Ids.Of(1)]));

        Assert.Equal((ResultStatus.NotReturned, true, 1), (result.Status, result.ConfirmedByReadBack, result.Attempts));
        Assert.Single(transport.Requests, request => request.IsWrite);
    }

    [Fact]
    public async Task A_write_that_is_found_by_reading_back_says_so()
    {
        var transport = new ScriptedTransport(request => request.IsWrite
            ? Attempts.Failed(request, AttemptFailure.TimedOut)
            : Attempts.Replied(request, 200, Replies.Of([$$"""{"id":"{{Ids.Of(1)}}","reports":[{{With(Same, "rtid", 5)}}]}"""])));
        await using var run = Runs.Create(transport);

        var result = Assert.Single(await run.DriveAsync([Ids.Of(1)]));

        Assert.Equal((ResultStatus.Done, 5, true, ""), (result.Status, result.ReportId, result.ConfirmedByReadBack, result.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"reports\":null")]
    public async Task A_read_back_that_does_not_tell_the_reports_leaves_it_unknown_and_it_is_never_sent_again(string members)
    {
        var transport = new ScriptedTransport(request => request.IsWrite
            ? Attempts.Failed(request, AttemptFailure.TimedOut)
            : Attempts.Replied(request, 200, Replies.Of([$$"""{"id":"{{Ids.Of(1)}}"{{members}}}"""])));
        await using var run = Runs.Create(transport);

        var result = Assert.Single(await run.DriveAsync([Ids.Of(1)]));

        Assert.Equal((ResultStatus.Unknown, 1), (result.Status, result.Attempts));
        Assert.Contains("the reply does not tell its reports", result.Message, StringComparison.Ordinal);
        Assert.Single(transport.Requests, request => request.IsWrite);
    }

    [Theory]
    [InlineData(true, ResultStatus.Unknown)]
    [InlineData(false, ResultStatus.Done)]
    public async Task A_customer_that_reading_back_leaves_out_is_sent_again_only_where_that_can_mean_no_reports(bool listsThoseWithout, string status)
    {
        var writes = 0;
        var transport = new ScriptedTransport(request => request switch
        {
            { IsWrite: true } when writes++ == 0 => Attempts.Failed(request, AttemptFailure.TimedOut),
            { IsWrite: true } => Attempts.Replied(request, 200, Replies.Done(request.CustomerIds())),
            { Resource: "customers" } => Attempts.Replied(request, 200, Replies.Of(request.CustomerIds().Select(id => $$"""{"id":"{{id}}","name":"A"}"""))),
            _ => Attempts.Replied(request, 200, Replies.Of(request.CustomerIds()
                .Where(id => listsThoseWithout && id == Ids.Of(1))
                .Select(id => $$"""{"id":"{{id}}","reports":[]}"""))),
        });
        await using var run = Runs.Create(transport);

        var results = await run.DriveAsync(Ids.UpTo(2));

        Assert.Equal([ResultStatus.Done, status], results.Select(result => result.Status));
        Assert.Equal(
            listsThoseWithout ? [Ids.Of(1)] : Ids.UpTo(2),
            transport.Requests.Where(request => request.IsWrite).Skip(1).SelectMany(request => request.CustomerIds()));
    }

    private static string With(string report, string member, int value)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(report)!;
        json[member] = value;
        return json.ToJsonString();
    }

    private static ReadBackAnswer Judge(params string[] reports) => new CreateOperation(Samples.Weekly).Judge(
        CustomerAnswer<ScheduledReport>.Known([.. reports.Select(report => ScheduledReportJson.Read(Ids.Of(1).ToString(), customerName: null, JsonText.Parse(report)))]));
}
