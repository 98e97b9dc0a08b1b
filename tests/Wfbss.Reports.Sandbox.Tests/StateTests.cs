using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class StateTests : SandboxTest
{
    [Fact]
    public async Task The_same_seed_makes_the_same_customers_and_key_pair()
    {
        await StartAsync(new SandboxOptions { Seed = 5, FullCustomers = 2 });
        var first = Server;
        await StartAsync(new SandboxOptions { Seed = 5, FullCustomers = 2 });
        var second = Server;
        await StartAsync(new SandboxOptions { Seed = 6, FullCustomers = 2 });

        Assert.Equal(Describe(first), Describe(second));
        Assert.Equal((first.AccessToken, first.SecretKey), (second.AccessToken, second.SecretKey));
        Assert.NotEqual(Describe(first), Describe(Server));
        Assert.NotEqual(first.SecretKey, Server.SecretKey);
        Assert.NotEqual(first.BaseUri, second.BaseUri);
    }

    [Fact]
    public async Task The_key_pair_is_a_guid_and_44_characters_and_can_be_fixed()
    {
        await StartAsync();
        Assert.True(Guid.TryParseExact(Server.AccessToken, "D", out _));
        Assert.Equal(44, Server.SecretKey.Length);

        await StartAsync(new SandboxOptions { AccessToken = "token", SecretKey = "pässword" });
        Assert.Equal(("token", "pässword"), (Server.AccessToken, Server.SecretKey));
        Assert.Single((await Caller.GetAsync("customers?limit=1")).Customers);
    }

    [Fact]
    public async Task A_hundred_thousand_customers_have_names_and_ids_of_their_own()
    {
        await StartAsync(new SandboxOptions { Customers = 100_000 });

        var customers = Server.State.Customers;
        Assert.Equal(100_000, customers.Select(customer => customer.Name).Distinct().Count());
        Assert.Equal(100_000, customers.Select(customer => customer.Id).Distinct().Count());
        Assert.Same(customers[70_000], Server.State.Find(customers[70_000].Id));
    }

    [Fact]
    public async Task Even_a_small_sandbox_has_names_that_are_awkward()
    {
        await StartAsync();

        var names = string.Join('\n', Server.State.Customers.Select(customer => customer.Name));
        Assert.All(["ü", "&", "'", "\"", "（", "<Bold>", ",", "%", "+"], part => Assert.Contains(part, names, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Full_customers_have_as_many_reports_as_are_allowed_and_the_first_has_none()
    {
        await StartAsync(new SandboxOptions { Customers = 5, FullCustomers = 4, ReportLimit = 3 });

        Assert.Empty(First.Reports);
        Assert.All(Server.State.Customers.Skip(1), customer => Assert.Equal([1, 2, 3], customer.Reports.Select(report => report.Rtid)));
    }

    [Fact]
    public async Task Customers_can_be_added_renamed_and_removed_while_it_runs()
    {
        await StartAsync(new SandboxOptions { Customers = 1 });
        var added = Server.State.AddCustomer("Newcomer Ltd");
        First.Name = "Renamed Ltd";

        var both = await Caller.GetAsync("customers");
        var removed = Server.State.RemoveCustomer(added.Id);
        var one = await Caller.GetAsync("customers");

        Assert.Equal(["Renamed Ltd", "Newcomer Ltd"], both.Customers.Select(customer => customer.GetProperty("name").GetString()));
        Assert.True(removed);
        Assert.False(Server.State.RemoveCustomer(added.Id));
        Assert.Null(Server.State.Find(added.Id));
        Assert.Equal(1, one.Paging("total"));
    }

    [Fact]
    public async Task Reports_can_be_added_and_cleared_without_requests()
    {
        await StartAsync(new SandboxOptions { ReportLimit = 1 });

        var first = Server.State.AddReport(First.Id, Bodies.Weekly);
        var second = Server.State.AddReport(First.Id, new SandboxReport { Name = "mine" });
        Server.State.AddReport(Second.Id, Bodies.Weekly);
        Server.State.ClearReports(First.Id);

        Assert.Equal((1, 2), (first.Rtid, second.Rtid));
        Assert.Empty(First.Reports);
        Assert.Single(Second.Reports);
        Server.State.ClearReports();
        Assert.Empty(Second.Reports);
        Assert.Equal(0, Server.Counters.Requests);
    }

    [Fact]
    public async Task What_is_given_to_the_state_is_checked()
    {
        await StartAsync();

        Assert.Throws<ArgumentException>(() => Server.State.AddReport(Guid.NewGuid(), Bodies.Weekly));
        var exception = Assert.Throws<FormatException>(() => Server.State.AddReport(First.Id, Bodies.With(Bodies.Weekly, "type", "9")));
        Assert.Contains("type must be an integer from 3 to 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SandboxServer.StartAsync(new SandboxOptions { Customers = -1 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SandboxServer.StartAsync(new SandboxOptions { Port = 70_000 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SandboxServer.StartAsync(new SandboxOptions { Customers = 3, FullCustomers = 3 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SandboxServer.StartAsync(new SandboxOptions { Latency = TimeSpan.FromSeconds(-1) }));
    }

    private static string Describe(SandboxServer server) => string.Join('\n', server.State.Customers.Select(customer =>
        $"{customer.Id} {customer.Eid} {customer.Name} {customer.SeatCount} {customer.Groups.Count} {string.Join(',', customer.Reports.Select(report => report.Name))}"));
}
