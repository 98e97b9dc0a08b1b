using System.Net;
using System.Text.Json;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

/// <summary>Replies to reads with 200 that leave customers out, or whose elements tell nothing.</summary>
public sealed class LyingReplyTests : SandboxTest
{
    public static TheoryData<string, string> Reads => new()
    {
        { "report", "reports" },
        { "customers/groups", "groups" },
        { "customers", "name" },
    };

    public static TheoryData<string, FaultExtent, int[]> Omissions
    {
        get
        {
            var data = new TheoryData<string, FaultExtent, int[]>();
            foreach (var resource in new[] { "report", "customers/groups", "customers" })
            {
                data.Add(resource, FaultExtent.One, [1, 2]);
                data.Add(resource, FaultExtent.Some, [1]);
                data.Add(resource, FaultExtent.All, []);
            }

            return data;
        }
    }

    private SandboxCustomer Third => Server.State.Customers[2];

    [Theory]
    [MemberData(nameof(Omissions))]
    public async Task One_some_or_all_customers_are_left_out_and_the_paging_stays(string resource, FaultExtent extent, int[] left)
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.LeaveOut(extent));

        var reply = await Caller.GetAsync($"{resource}?{Cids(First, Second, Third)}");
        var next = await Caller.GetAsync($"{resource}?{Cids(First, Second, Third)}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(left.Select(index => Server.State.Customers[index].Id), Ids(reply));
        Assert.Equal([First.Id, Second.Id, Third.Id], Ids(next));
        Assert.Equal(1, Server.Counters.FaultsInjected[nameof(SandboxFault.LeaveOut)]);
        if (resource != "report")
        {
            Assert.Equal(3, reply.Paging("total"));
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task What_an_element_is_to_tell_can_be_missing(string resource, string member)
    {
        var reply = await ReadBothAsync(resource, SandboxFault.MissingMember());

        Assert.All(reply.Customers, element => Assert.False(element.TryGetProperty(member, out _)));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task What_an_element_is_to_tell_can_be_null(string resource, string member)
    {
        var reply = await ReadBothAsync(resource, SandboxFault.NullMember());

        Assert.All(reply.Customers, element => Assert.Equal(JsonValueKind.Null, element.GetProperty(member).ValueKind));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task What_an_element_is_to_tell_can_have_a_member_name_that_nobody_can_read(string resource, string member)
    {
        var good = await CallerWithReportsAsync(resource);
        Server.Faults.Script(SandboxFault.UnreadableMember());

        var reply = await Caller.GetAsync($"{resource}?{Cids(First, Second)}");

        Assert.Equal(2, reply.Text.Split($"\"\\ud800{member}\":").Length - 1);
        Assert.All(reply.Customers, element => Assert.Throws<InvalidOperationException>(() => element.EnumerateObject().Select(each => each.Name).ToArray()));
        // Nothing else of it is different, and neither is the order.
        using var mended = JsonDocument.Parse(reply.Text.Replace("\\ud800", "", StringComparison.Ordinal));
        Assert.Equal(Names(good.Customers[0]), Names(mended.RootElement.GetProperty("customers")[0]));
        Assert.True(JsonElement.DeepEquals(good.Json, mended.RootElement));
    }

    [Theory]
    [InlineData("report", "reports", JsonValueKind.Object, JsonValueKind.String)]
    [InlineData("customers/groups", "groups", JsonValueKind.Object, JsonValueKind.String)]
    [InlineData("customers", "name", JsonValueKind.Object, JsonValueKind.Number)]
    public async Task What_an_element_is_to_tell_can_have_another_type(string resource, string member, JsonValueKind first, JsonValueKind second)
    {
        var reply = await ReadBothAsync(resource, SandboxFault.MistypedMember());

        Assert.Equal([first, second], reply.Customers.Select(element => element.GetProperty(member).ValueKind));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("customers/groups")]
    [InlineData("customers")]
    public async Task Names_can_be_numbers(string resource)
    {
        var reply = await ReadBothAsync(resource, SandboxFault.MistypedName());

        var named = resource switch
        {
            "report" => reply.Customers.SelectMany(element => element.GetProperty("reports").EnumerateArray()).Select(report => report.GetProperty("setting")),
            "customers/groups" => reply.Customers.SelectMany(element => element.GetProperty("groups").EnumerateArray()),
            _ => reply.Customers,
        };
        Assert.Equal(resource == "customers/groups" ? First.Groups.Count + Second.Groups.Count : 2, named.Count());
        Assert.All(named, each => Assert.Equal(JsonValueKind.Number, each.GetProperty("name").ValueKind));
    }

    [Fact]
    public async Task Where_only_some_elements_tell_nothing_the_others_tell_the_truth()
    {
        await CallerWithReportsAsync("report");
        Server.Faults.Script(SandboxFault.MissingMember(FaultExtent.Some));

        var reply = await Caller.GetAsync("report?" + Cids(First, Second));

        Assert.False(reply.Customers[0].TryGetProperty("reports", out _));
        Assert.Equal(1, reply.Customers[1].GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public async Task No_write_is_lied_to_and_a_script_waits_for_a_read()
    {
        await StartAsync();
        var lies = Lies().ToArray();
        foreach (var lie in lies)
        {
            Server.Faults.Script(lie);
        }

        var created = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        var replaced = await Caller.PutAsync($"report?{Cids(First)}&rtid=1", Bodies.Monthly);
        var deleted = await Caller.DeleteAsync($"report?{Cids(First)}&rtid=1");
        var other = await Caller.GetAsync("nothing");

        Assert.All([created, replaced, deleted], reply => Assert.Equal("Done", reply.Customer.GetProperty("result").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Empty(Server.Counters.FaultsInjected);
        Assert.Equal(lies.Length, Server.Faults.ScriptedLeft);

        Assert.Empty((await Caller.GetAsync("report?" + Cids(First))).Customers);
        Assert.Equal(lies.Length - 1, Server.Faults.ScriptedLeft);
    }

    [Fact]
    public async Task By_chance_a_write_gets_one_of_the_other_faults_or_none()
    {
        await StartAsync();
        Server.Faults.SetProbabilities(1, [.. Lies(), SandboxFault.NotFound]);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Caller.DeleteAsync($"report?{Cids(First)}&rtid=1")).Status);
        }

        Assert.Equal(new Dictionary<string, long> { ["NotFound"] = 20 }, Server.Counters.FaultsInjected);
        Server.Counters.Reset();
        Server.Faults.SetProbabilities(1, [.. Lies()]);

        var write = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        Assert.Equal("Done", write.Customer.GetProperty("result").GetString());
        Assert.Empty(Server.Counters.FaultsInjected);

        await Caller.GetAsync("report?" + Cids(First));
        Assert.Equal(1, Server.Counters.FaultsInjected.Values.Sum());
    }

    [Fact]
    public async Task A_lie_about_nobody_is_no_fault_and_is_not_counted()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.LeaveOut());
        Server.Faults.Script(SandboxFault.MistypedName());
        Server.Faults.Script(SandboxFault.DuplicateElement);

        var past = await Caller.GetAsync("customers?page=99");
        var without = await Caller.GetAsync("report?" + Cids(First));
        var error = await Caller.GetAsync("report?cids=x");

        Assert.Equal(25, past.Paging("total"));
        Assert.Empty(without.Reports);
        error.IsError(HttpStatusCode.BadRequest, "Invalid cids");
        Assert.Equal(0, Server.Faults.ScriptedLeft);
        Assert.Empty(Server.Counters.FaultsInjected);
        Assert.All(Server.Counters.Log, request => Assert.Null(request.Fault));
    }

    private static IEnumerable<SandboxFault> Lies() =>
    [
        SandboxFault.LeaveOut(), SandboxFault.MissingMember(), SandboxFault.NullMember(),
        SandboxFault.UnreadableMember(), SandboxFault.MistypedMember(), SandboxFault.MistypedName(),
    ];

    private static IEnumerable<Guid> Ids(Reply reply) => reply.Customers.Select(element => element.GetProperty("id").GetGuid());

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    // The reply as it is without a fault.
    private async Task<Reply> CallerWithReportsAsync(string resource)
    {
        await StartAsync();
        await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly);
        return await Caller.GetAsync($"{resource}?{Cids(First, Second)}");
    }

    private async Task<Reply> ReadBothAsync(string resource, SandboxFault fault)
    {
        await CallerWithReportsAsync(resource);
        Server.Faults.Script(fault);

        var reply = await Caller.GetAsync($"{resource}?{Cids(First, Second)}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal([First.Id, Second.Id], Ids(reply));
        Assert.Equal(1, Server.Counters.FaultsInjected[fault.Name]);
        Assert.Equal(fault, Server.Counters.Log[^1].Fault);
        return reply;
    }
}
