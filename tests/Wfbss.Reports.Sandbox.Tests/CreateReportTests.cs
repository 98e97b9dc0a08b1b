using System.Net;
using System.Text.Json;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class CreateReportTests : SandboxTest
{
    [Fact]
    public async Task A_success_looks_like_the_vendors_sample()
    {
        await StartAsync();

        var element = (await Caller.PostAsync("report?" + Cids(First), Bodies.Monthly)).Customer;

        Assert.Equal(1, element.GetProperty("rtid").GetInt32());
        Assert.Equal("", element.GetProperty("message").GetString());
        Assert.Equal(First.Id.ToString().ToUpperInvariant(), element.GetProperty("id").GetString());
        Assert.Equal("Done", element.GetProperty("result").GetString());
        Assert.Equal(First.Eid.ToString().ToUpperInvariant(), element.GetProperty("eid").GetString());
    }

    [Fact]
    public async Task Everything_of_the_body_is_stored()
    {
        await StartAsync();

        await Caller.PostAsync("report?" + Cids(First), Bodies.Monthly);

        var report = Assert.Single(First.Reports);
        Assert.Equal((1, 4, 0, "monthly_report"), (report.Rtid, report.Type, report.Number, report.Name));
        Assert.Equal((true, true, 28_800), (report.Enabled, report.Email, report.Time));
        Assert.Equal(((int?)null, (int?)5), (report.Weekday, report.MonthDay));
        Assert.Equal([1, 2], report.GroupIds);
        Assert.Equal(["user1@example.com", "user2@example.com"], report.Addresses);
        Assert.Equal([100, 101], report.Contents);
    }

    [Fact]
    public async Task Report_ids_count_up_for_each_customer_and_are_not_used_again()
    {
        await StartAsync();
        await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        await Caller.DeleteAsync($"report?{Cids(First)}&rtid=2");

        var reply = await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly);

        Assert.Equal([3, 1], reply.Customers.Select(element => element.GetProperty("rtid").GetInt32()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_eleventh_report_is_over_the_limit(bool withRtid)
    {
        await StartAsync(new SandboxOptions { FullCustomers = 1, FailedElementHasRtid = withRtid });
        var full = Server.State.Customers.Single(customer => customer.Reports.Count == 10);

        var reply = await Caller.PostAsync("report?" + Cids(First, full), Bodies.Weekly);

        Assert.Equal("Done", reply.Customers[0].GetProperty("result").GetString());
        Assert.Equal("LimitError", reply.Customers[1].GetProperty("result").GetString());
        Assert.Equal("over the report limit", reply.Customers[1].GetProperty("message").GetString());
        Assert.Equal(withRtid, reply.Customers[1].TryGetProperty("rtid", out _));
        Assert.Equal(10, full.Reports.Count);
        Assert.Equal(1, Server.Counters.Commits);
    }

    [Fact]
    public async Task A_group_the_customer_does_not_have_is_a_spec_error()
    {
        await StartAsync();
        Second.Groups = [.. Second.Groups, new SandboxGroup(77, 1, "Only here")];

        var reply = await Caller.PostAsync("report?" + Cids(First, Second), Bodies.With(Bodies.Weekly, "setting.parameter.gids", "[1,77]"));

        Assert.Equal("SpecError", reply.Customers[0].GetProperty("result").GetString());
        Assert.Equal("report template spec error", reply.Customers[0].GetProperty("message").GetString());
        Assert.Equal("Done", reply.Customers[1].GetProperty("result").GetString());
        Assert.Empty(First.Reports);
    }

    [Fact]
    public async Task A_scripted_answer_takes_the_place_of_the_customers_element_and_stores_nothing()
    {
        await StartAsync();
        Server.State.Answer(Second.Id, "SomethingNew", "Nobody knows why", times: 1);

        var first = await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly);
        var second = await Caller.PostAsync("report?" + Cids(Second), Bodies.Weekly);

        Assert.Equal("SomethingNew", first.Customers[1].GetProperty("result").GetString());
        Assert.Equal("Nobody knows why", first.Customers[1].GetProperty("message").GetString());
        Assert.Equal("Done", second.Customer.GetProperty("result").GetString());
        Assert.Single(Second.Reports);
    }

    [Fact]
    public async Task The_message_of_a_success_can_be_null()
    {
        await StartAsync(new SandboxOptions { NullMessages = true });

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        Assert.Equal(JsonValueKind.Null, reply.Customer.GetProperty("message").ValueKind);
    }

    [Fact]
    public async Task A_read_only_sandbox_refuses_and_counts_every_write()
    {
        await StartAsync(new SandboxOptions { ReadOnly = true });
        Server.State.AddReport(First.Id, Bodies.Weekly);

        (await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly)).IsError(HttpStatusCode.InternalServerError, "read-only");
        (await Caller.PutAsync($"report?{Cids(First)}&rtid=1", Bodies.Monthly)).IsError(HttpStatusCode.InternalServerError, "read-only");
        (await Caller.DeleteAsync($"report?{Cids(First)}&rtid=1")).IsError(HttpStatusCode.InternalServerError, "read-only");
        Assert.Equal(HttpStatusCode.OK, (await Caller.GetAsync("report?" + Cids(First))).Status);
        Assert.Equal(3, Server.Counters.RefusedWrites);
        Assert.Equal("weekly report", Assert.Single(First.Reports).Name);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing_and_pass_no_limit()
    {
        await StartAsync(new SandboxOptions { ReportLimit = 10 });

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly)));

        var done = replies.SelectMany(reply => reply.Customers).Count(element => element.GetProperty("result").GetString() == "Done");
        Assert.Equal(20, done);
        Assert.Equal(Enumerable.Range(1, 10), First.Reports.Select(report => report.Rtid));
        Assert.Equal(20, Server.Counters.Commits);
    }
}
