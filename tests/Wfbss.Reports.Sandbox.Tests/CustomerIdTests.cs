using System.Net;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class CustomerIdTests : SandboxTest
{
    public static TheoryData<string> WrongIds =>
    [
        "report",
        "report?cids=",
        "report?cids=XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX",
        "report?cids=640FE47F51184D798221A35D0DE2EE2C",
        "report?cids=%7B640FE47F-5118-4D79-8221-A35D0DE2EE2C%7D",
        "report?cids=640FE47F-5118-4D79-8221-A35D0DE2EE2C,",
        "report?cids=640FE47F-5118-4D79-8221-A35D0DE2EE2C,,640FE47F-5118-4D79-8221-A35D0DE2EE2C",
        "report?cids=640FE47F-5118-4D79-8221-A35D0DE2EE2C,%20640FE47F-5118-4D79-8221-A35D0DE2EE2C",
        "report?cids=" + string.Join(',', Enumerable.Repeat("640FE47F-5118-4D79-8221-A35D0DE2EE2C", 11)),
    ];

    [Theory]
    [MemberData(nameof(WrongIds))]
    public async Task Wrong_ids_are_refused_before_the_body_is_looked_at(string resource)
    {
        await StartAsync();

        (await Caller.PostAsync(resource, "not JSON")).IsError(HttpStatusCode.BadRequest, "Invalid cids");
        (await Caller.GetAsync(resource)).IsError(HttpStatusCode.BadRequest, "Invalid cids");
    }

    [Fact]
    public async Task Ten_ids_are_allowed_and_answered_in_order()
    {
        await StartAsync();
        var ten = Server.State.Customers.Take(10).Reverse().ToArray();

        var reply = await Caller.PostAsync("report?" + Cids(ten), Bodies.Weekly);

        Assert.Equal(ten.Select(customer => customer.Id), reply.Customers.Select(customer => customer.GetProperty("id").GetGuid()));
        Assert.All(ten, customer => Assert.Single(customer.Reports));
    }

    [Fact]
    public async Task Ids_may_be_in_lower_case_and_commas_encoded()
    {
        await StartAsync();

        var reply = await Caller.PostAsync($"report?cids={First.Id.ToString().ToUpperInvariant()}%2C{Second.Id}", Bodies.Weekly);

        Assert.Equal(2, reply.Customers.Length);
    }

    [Fact]
    public async Task Unknown_customers_are_silently_left_out_everywhere()
    {
        await StartAsync();
        Server.State.RemoveCustomer(Second.Id);
        var cids = $"cids={First.Id},{Guid.NewGuid()}";

        Assert.Single((await Caller.PostAsync("report?" + cids, Bodies.Weekly)).Customers);
        Assert.Single((await Caller.GetAsync("report?" + cids)).Customers);
        Assert.Single((await Caller.PutAsync("report?rtid=1&" + cids, Bodies.Weekly)).Customers);
        Assert.Single((await Caller.DeleteAsync("report?rtid=1&" + cids)).Customers);
        Assert.Single((await Caller.GetAsync("customers/groups?" + cids)).Customers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_unknown_customer_alone_is_an_empty_list_or_a_400(bool reject)
    {
        await StartAsync(new SandboxOptions { RejectUnknownIdAlone = reject });

        var alone = await Caller.GetAsync($"report?cids={Guid.NewGuid()}");
        var together = await Caller.GetAsync($"report?cids={Guid.NewGuid()},{First.Id}");

        Assert.Single(together.Customers);
        if (reject)
        {
            alone.IsError(HttpStatusCode.BadRequest, "Invalid cids");
        }
        else
        {
            Assert.Empty(alone.Customers);
        }
    }

    [Fact]
    public async Task A_customer_named_twice_gets_two_reports()
    {
        await StartAsync();

        var reply = await Caller.PostAsync("report?" + Cids(First, First), Bodies.Weekly);

        Assert.Equal([1, 2], reply.Customers.Select(customer => customer.GetProperty("rtid").GetInt32()));
        Assert.Equal(2, First.Reports.Count);
    }

    [Fact]
    public async Task A_parameter_given_twice_is_refused_by_name()
    {
        await StartAsync();

        var reply = await Caller.GetAsync($"report?{Cids(First)}&{Cids(Second)}");

        reply.IsError(HttpStatusCode.BadRequest, "The parameter cids is given more than once.");
    }

    [Fact]
    public async Task An_expired_customer_makes_the_whole_request_404()
    {
        await StartAsync();
        Server.State.Expire(Second.Id);

        (await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly)).IsError(HttpStatusCode.NotFound, "expired");
        (await Caller.GetAsync("report?" + Cids(Second))).IsError(HttpStatusCode.NotFound, "expired");
        Assert.Empty(First.Reports);
    }

    [Fact]
    public async Task A_refused_customer_makes_the_whole_write_400_and_can_still_be_read()
    {
        await StartAsync();
        Server.State.Refuse(Second.Id, "No licence for reports");

        (await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly)).IsError(HttpStatusCode.BadRequest, "No licence for reports");
        Assert.Equal(HttpStatusCode.OK, (await Caller.GetAsync("report?" + Cids(First, Second))).Status);
        Server.State.Forget(Second.Id);
        Assert.Equal(2, (await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly)).Customers.Length);
    }

    [Fact]
    public async Task Errors_can_have_the_sibling_apis_members()
    {
        await StartAsync(new SandboxOptions { SiblingErrors = true });

        var reply = await Caller.GetAsync("report?cids=x");

        Assert.Equal("Invalid cids", reply.Json.GetProperty("error_message").GetString());
        Assert.Equal("400 Bad Request", reply.Json.GetProperty("error_subject").GetString());
    }
}
