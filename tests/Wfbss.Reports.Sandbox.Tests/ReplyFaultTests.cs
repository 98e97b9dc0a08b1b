using System.Net;
using System.Text.Json;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class ReplyFaultTests : SandboxTest
{
    [Fact]
    public async Task A_500_can_come_after_the_commit()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.InternalErrorAfterCommit);

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
        Assert.Single(First.Reports);
    }

    [Fact]
    public async Task Garbage_is_labelled_json_and_is_none_and_comes_after_the_commit()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.Garbage);

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (reply.Status, reply.ContentType));
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(reply.Text));
        Assert.Single(First.Reports);
    }

    [Fact]
    public async Task A_wrong_element_has_a_known_customers_id_that_was_not_asked_for()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.WrongElement());

        var reply = await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly);

        var wrong = reply.Customers[0].GetProperty("id").GetGuid();
        Assert.DoesNotContain(wrong, new[] { First.Id, Second.Id });
        Assert.NotNull(Server.State.Find(wrong));
        Assert.Equal(Second.Id, reply.Customers[1].GetProperty("id").GetGuid());
        Assert.Single(First.Reports);
        Assert.Empty(Server.State.Find(wrong)!.Reports);
    }

    [Fact]
    public async Task A_wrong_element_can_have_any_id()
    {
        await StartAsync();
        var id = Guid.NewGuid();
        Server.Faults.Script(SandboxFault.WrongElement(id));

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        Assert.Equal(id.ToString().ToUpperInvariant(), reply.Customer.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_duplicate_element_is_one_report_told_twice()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.DuplicateElement);

        var reply = await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly);

        Assert.Equal([First.Id, Second.Id, First.Id], reply.Customers.Select(element => element.GetProperty("id").GetGuid()));
        Assert.Single(First.Reports);
    }

    [Fact]
    public async Task An_oversized_reply_is_more_than_twenty_mebibytes_of_unannounced_valid_json()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.Oversized());

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        Assert.True(reply.Text.Length > 20 * 1024 * 1024);
        Assert.Empty(reply.Customers);
        Assert.Single(First.Reports);
    }

    [Fact]
    public async Task An_oversized_reply_ends_when_the_client_hangs_up()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.Oversized(long.MaxValue));
        using var http = new HttpClient();
        using var request = Caller.Signed("GET", Caller.Api + "customers", "");

        using (var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Null(response.Content.Headers.ContentLength);
        }

        await Server.Counters.WaitForQuietAsync();
    }

    [Fact]
    public async Task A_fault_on_a_reply_without_elements_leaves_it_as_it_is()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.DuplicateElement);
        Server.Faults.Script(SandboxFault.WrongElement());

        var empty = await Caller.GetAsync("customers?page=99");
        var error = await Caller.GetAsync("report?cids=x");

        Assert.Equal((HttpStatusCode.OK, 25), (empty.Status, empty.Paging("total")));
        Assert.Empty(empty.Customers);
        error.IsError(HttpStatusCode.BadRequest, "Invalid cids");
    }
}
