using System.Net;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class ReadReportTests : SandboxTest
{
    [Fact]
    public async Task A_report_is_read_as_the_vendors_sample_shows_it()
    {
        await StartAsync();
        Server.State.AddReport(First.Id, SandboxReport.Parse(Bodies.Monthly) with { Number = 4 });

        var reply = await Caller.GetAsync("report?" + Cids(First));

        Assert.Equal(
            """{"setting":{"enabled":1,"parameter":{"time":28800,"gids":[1,2],"email":1,"monthday":5,"address":["user1@example.com","user2@example.com"]},"name":"monthly_report"},"type":4,"number":4,"rtid":1}""",
            Assert.Single(reply.Reports).GetRawText());
    }

    [Fact]
    public async Task Contents_are_returned_only_when_so_configured()
    {
        await StartAsync(new SandboxOptions { ReturnContents = true });
        Server.State.AddReport(First.Id, Bodies.Weekly);

        var reply = await Caller.GetAsync("report?" + Cids(First));

        Assert.Contains("""
            "contents":[{"tbl_type":100},{"tbl_type":101}]
            """, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=weekly%20report", new[] { 1, 3 })]
    [InlineData("name=weekly+report", new[] { 1, 3 })]
    [InlineData("name=Weekly%20report", new int[0])]
    [InlineData("name=weekly", new int[0])]
    [InlineData("rtid=2", new[] { 2 })]
    [InlineData("rtid=9", new int[0])]
    [InlineData("rtid=3&name=weekly%20report", new[] { 3 })]
    [InlineData("rtid=2&name=weekly%20report", new int[0])]
    public async Task Name_and_report_id_choose_exactly(string parameters, int[] expected)
    {
        await StartAsync();
        Server.State.AddReport(First.Id, Bodies.Weekly);
        Server.State.AddReport(First.Id, Bodies.Monthly);
        Server.State.AddReport(First.Id, Bodies.Weekly);

        var reply = await Caller.GetAsync($"report?{Cids(First)}&{parameters}");

        Assert.Equal(expected, reply.Reports.Select(report => report.GetProperty("rtid").GetInt32()));
    }

    [Theory]
    [InlineData("rtid=0")]
    [InlineData("rtid=one")]
    [InlineData("rtid=")]
    [InlineData("name=")]
    public async Task A_senseless_name_or_report_id_is_refused(string parameter)
    {
        await StartAsync();

        (await Caller.GetAsync($"report?{Cids(First)}&{parameter}")).IsError(HttpStatusCode.BadRequest, "Invalid name or rtid");
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Customers_without_a_matching_report_are_there_or_left_out(bool omit, int expected)
    {
        await StartAsync(new SandboxOptions { OmitCustomersWithoutReports = omit });
        Server.State.AddReport(First.Id, Bodies.Weekly);
        Server.State.AddReport(Second.Id, Bodies.Monthly);

        var reply = await Caller.GetAsync($"report?{Cids(First, Second)}&name=weekly%20report");

        Assert.Equal(expected, reply.Customers.Length);
    }
}
