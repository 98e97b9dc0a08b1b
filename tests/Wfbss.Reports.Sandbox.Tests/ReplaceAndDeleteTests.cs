using System.Net;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class ReplaceAndDeleteTests : SandboxTest
{
    [Fact]
    public async Task Put_by_name_replaces_every_report_of_that_name_and_keeps_ids_and_run_counts()
    {
        await StartWithThreeReportsAsync();

        var reply = await Caller.PutAsync($"report?{Cids(First)}&name=weekly%20report", Bodies.Monthly);

        Assert.Equal([1, 3], reply.Customers.Select(element => element.GetProperty("rtid").GetInt32()));
        Assert.All(reply.Customers, element => Assert.Equal("Done", element.GetProperty("result").GetString()));
        Assert.Equal(["monthly_report", "other", "monthly_report"], First.Reports.Select(report => report.Name));
        Assert.Equal([1, 2, 3], First.Reports.Select(report => report.Rtid));
        Assert.Equal([10, 20, 30], First.Reports.Select(report => report.Number));
        Assert.Equal(2, Server.Counters.Commits);
    }

    [Fact]
    public async Task Put_by_report_id_replaces_one()
    {
        await StartWithThreeReportsAsync();

        var reply = await Caller.PutAsync($"report?{Cids(First)}&rtid=2", Bodies.Monthly);

        Assert.Equal(2, reply.Customer.GetProperty("rtid").GetInt32());
        Assert.Equal(["weekly report", "monthly_report", "weekly report"], First.Reports.Select(report => report.Name));
    }

    [Fact]
    public async Task Delete_by_name_deletes_every_report_of_that_name()
    {
        await StartWithThreeReportsAsync();

        var reply = await Caller.DeleteAsync($"report?{Cids(First)}&name=weekly%20report");

        Assert.Equal([1, 3], reply.Customers.Select(element => element.GetProperty("rtid").GetInt32()));
        Assert.Equal([2], First.Reports.Select(report => report.Rtid));
    }

    [Fact]
    public async Task The_same_report_id_means_each_customers_own_report()
    {
        await StartWithThreeReportsAsync();
        Server.State.AddReport(Second.Id, Bodies.Weekly);

        await Caller.DeleteAsync($"report?{Cids(First, Second)}&rtid=1");

        Assert.Equal([2, 3], First.Reports.Select(report => report.Rtid));
        Assert.Empty(Second.Reports);
    }

    [Fact]
    public async Task A_customer_without_a_match_gets_an_internal_error_element()
    {
        await StartWithThreeReportsAsync();

        var put = await Caller.PutAsync($"report?{Cids(First, Second)}&name=other", Bodies.Weekly);
        var delete = await Caller.DeleteAsync($"report?{Cids(Second)}&rtid=1");

        Assert.Equal("Done", put.Customers[0].GetProperty("result").GetString());
        foreach (var element in new[] { put.Customers[1], delete.Customer })
        {
            Assert.Equal("InternalError", element.GetProperty("result").GetString());
            Assert.Equal("report not found", element.GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task Put_with_a_group_the_customer_does_not_have_changes_nothing()
    {
        await StartWithThreeReportsAsync();

        var reply = await Caller.PutAsync($"report?{Cids(First)}&rtid=1", Bodies.With(Bodies.Weekly, "setting.parameter.gids", "[99]"));

        Assert.Equal("SpecError", reply.Customer.GetProperty("result").GetString());
        Assert.Empty(First.Reports[0].GroupIds);
    }

    [Fact]
    public async Task Put_and_delete_need_a_name_or_a_report_id()
    {
        await StartWithThreeReportsAsync();

        (await Caller.PutAsync("report?" + Cids(First), Bodies.Weekly)).IsError(HttpStatusCode.BadRequest, "Either name or rtid is required.");
        (await Caller.DeleteAsync("report?" + Cids(First))).IsError(HttpStatusCode.BadRequest, "Either name or rtid is required.");
        Assert.Equal(3, First.Reports.Count);
    }

    [Fact]
    public async Task Post_takes_no_name_and_delete_takes_no_body()
    {
        await StartWithThreeReportsAsync();

        (await Caller.PostAsync($"report?{Cids(First)}&rtid=1", Bodies.Weekly)).IsError(HttpStatusCode.BadRequest, "name and rtid");
        (await Caller.SendAsync("DELETE", $"{Caller.Api}report?{Cids(First)}&rtid=1", Bodies.Weekly)).IsError(HttpStatusCode.BadRequest, "no body");
        Assert.Equal(3, First.Reports.Count);
    }

    private async Task StartWithThreeReportsAsync()
    {
        await StartAsync();
        Server.State.AddReport(First.Id, SandboxReport.Parse(Bodies.Weekly) with { Number = 10 });
        Server.State.AddReport(First.Id, SandboxReport.Parse(Bodies.Named("other")) with { Number = 20 });
        Server.State.AddReport(First.Id, SandboxReport.Parse(Bodies.Weekly) with { Number = 30 });
    }
}
