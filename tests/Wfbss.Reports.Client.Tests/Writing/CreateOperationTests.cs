using System.Text;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;
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
        var request = Operation(Reports()).RequestFor(Ids.UpTo(2));

        Assert.Equal($"POST report?cids={Ids.Of(1)},{Ids.Of(2)}", request.ToString());
        Assert.Equal(ReportBody.WriteText(Samples.Weekly), Encoding.UTF8.GetString(request.Body));
        Assert.True(request.IsWrite);
    }

    [Fact]
    public async Task A_report_with_this_name_and_these_settings_is_the_write() =>
        Assert.Equal(new ReadBackAnswer(ReadBackFinding.Confirmed, 1), await JudgeAsync(Same));

    [Fact]
    public async Task Of_several_the_newest_is_the_write() =>
        Assert.Equal(
            new ReadBackAnswer(ReadBackFinding.Confirmed, 4),
            await JudgeAsync(Same, With(Same, "rtid", 4), With(Same, "rtid", 3), With(Later, "rtid", 9)));

    [Fact]
    public async Task No_report_is_proof() => Assert.Equal(new ReadBackAnswer(ReadBackFinding.ProvenAbsent), await JudgeAsync());

    [Theory]
    [InlineData("Weekly Security")]
    [InlineData("Weekly security ")]
    [InlineData("Other")]
    public async Task Reports_of_other_names_are_proof(string name) =>
        Assert.Equal(
            new ReadBackAnswer(ReadBackFinding.ProvenAbsent),
            await JudgeAsync(Same.Replace("Weekly security", name, StringComparison.Ordinal)));

    [Fact]
    public async Task A_namesake_with_other_settings_that_has_run_is_older_and_so_proof() =>
        Assert.Equal(new ReadBackAnswer(ReadBackFinding.ProvenAbsent), await JudgeAsync(With(Later, "number", 3)));

    [Fact]
    public async Task A_namesake_with_other_settings_that_has_never_run_may_be_the_write()
    {
        var answer = await JudgeAsync(Later);

        Assert.Equal((ReadBackFinding.Unclear, 1), (answer.Finding, answer.ReportId));
        Assert.Contains("At: 09:00:00, not 08:00:00", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namesake_that_does_not_say_whether_it_has_run_may_be_the_write() =>
        Assert.Equal(
            ReadBackFinding.Unclear,
            (await JudgeAsync(Later.Replace("\"number\":0,", "", StringComparison.Ordinal))).Finding);

    [Theory]
    [InlineData("""{"rtid":1,"number":0}""")]
    [InlineData("""{"rtid":1,"number":9,"type":3,"setting":{"enabled":1,"parameter":{"weekday":1,"time":28800,"email":0}}}""")]
    public async Task A_report_whose_name_is_not_shown_may_be_the_write(string report)
    {
        var answer = await JudgeAsync(report);

        Assert.Equal((ReadBackFinding.Unclear, 1), (answer.Finding, answer.ReportId));
        Assert.Contains("name", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namesake_of_which_no_setting_is_shown_confirms_nothing() =>
        Assert.Equal(ReadBackFinding.Unclear, (await JudgeAsync("""{"rtid":1,"number":3,"setting":{"name":"Weekly security"}}""")).Finding);

    [Theory]
    [InlineData("""{"id":"ID","result":"InternalError","message":"the disk is full"}""", "the disk is full")]
    [InlineData("""{"id":"ID","result":"Exception","message":"later","reports":[]}""", "later")]
    [InlineData("""{"id":"ID","reports":"none"}""", "reports")]
    public async Task A_customer_whose_reports_the_service_could_not_tell_is_unclear(string element, string why)
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(
            request, 200, Replies.Of([element.Replace("ID", Ids.Of(1).ToString(), StringComparison.Ordinal)])));

        var answer = (await Operation(transport).ReadBackAsync([Ids.Of(1)], CancellationToken.None))[Ids.Of(1)];

        Assert.Equal(ReadBackFinding.Unclear, answer.Finding);
        Assert.Contains(why, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"reports\":null")]
    [InlineData(",\"result\":\"Done\",\"message\":\"\",\"reports\":[]")]
    public async Task A_customer_without_reports_may_be_shown_without_a_list_of_them(string members)
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(
            request, 200, Replies.Of([$$"""{"id":"{{Ids.Of(1)}}"{{members}}}"""])));

        Assert.Equal(
            ReadBackFinding.ProvenAbsent,
            (await Operation(transport).ReadBackAsync([Ids.Of(1)], CancellationToken.None))[Ids.Of(1)].Finding);
    }

    [Fact]
    public async Task A_customer_whose_reports_are_refused_is_unclear_and_does_not_sink_the_others()
    {
        var transport = new ScriptedTransport(request => request.CustomerIds().Contains(Ids.Of(2))
            ? Attempts.Replied(request, 400, errorText: "Invalid cids")
            : Attempts.Replied(request, 200, Replies.Of(request.CustomerIds().Select(id => $$"""{"id":"{{id}}","reports":[{{Same}}]}"""))));

        var answers = await Operation(transport).ReadBackAsync(Ids.UpTo(3), CancellationToken.None);

        Assert.Equal(
            [ReadBackFinding.Confirmed, ReadBackFinding.Unclear, ReadBackFinding.Confirmed],
            Ids.UpTo(3).Select(id => answers[id].Finding));
        Assert.Contains("Invalid cids", answers[Ids.Of(2)].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "ProvenAbsent")]
    [InlineData(false, "CustomerUnknown")]
    public async Task A_customer_that_is_left_out_is_looked_up_among_the_customers(bool isCustomer, string finding)
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(
            request,
            200,
            request.Resource == "customers" && isCustomer ? Replies.Of([$$"""{"id":"{{Ids.Of(1)}}"}"""]) : Replies.Of([])));

        var answers = await Operation(transport).ReadBackAsync([Ids.Of(1)], CancellationToken.None);

        Assert.Equal(finding, answers[Ids.Of(1)].Finding.ToString());
        Assert.Equal(["report", "customers"], transport.Requests.Select(request => request.Resource));
    }

    [Fact]
    public async Task Without_an_answer_there_is_no_finding() =>
        await Assert.ThrowsAsync<WfbssException>(
            () => Operation(new ScriptedTransport(request => Attempts.Replied(request, 500))).ReadBackAsync([Ids.Of(1)], CancellationToken.None));

    [Fact]
    public async Task A_customer_whom_the_service_does_not_know_is_not_sent_a_second_time()
    {
        var transport = new ScriptedTransport(request => request.IsWrite
            ? Attempts.Failed(request, AttemptFailure.TimedOut)
            : Attempts.Replied(request, 200, Replies.Of([])));
        await using var run = Runs.Create(transport);

        var result = Assert.Single(await run.DriveAsync(Runs.Targets([Ids.Of(1)])));

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

        var result = Assert.Single(await run.DriveAsync(Runs.Targets([Ids.Of(1)])));

        Assert.Equal((ResultStatus.Done, 5, true, ""), (result.Status, result.ReportId, result.ConfirmedByReadBack, result.Message));
    }

    private static string With(string report, string member, int value)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(report)!;
        json[member] = value;
        return json.ToJsonString();
    }

    private static async Task<ReadBackAnswer> JudgeAsync(params string[] reports) =>
        (await Operation(Reports(reports)).ReadBackAsync([Ids.Of(1)], CancellationToken.None))[Ids.Of(1)];

    private static ScriptedTransport Reports(params string[] reports) => new(request => Attempts.Replied(
        request, 200, Replies.Of([$$"""{"id":"{{Ids.Of(1)}}","reports":[{{string.Join(',', reports)}}]}"""])));

    private static CreateOperation Operation(IServiceTransport transport) => new(Samples.Weekly, TestSessions.SenderOver(transport));
}
