using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Customers;

public sealed class GetCustomerTests
{
    [Fact]
    public async Task All_customers_come_in_the_order_of_the_service()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 250 });

        var run = await place.RunAsync("Get-WfbssCustomer");

        Assert.Equal(place.Ids, IdsIn(run));
        Assert.Equal(3, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task A_customer_has_all_that_the_service_tells()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 0 });
        place.Server.State.AddCustomer(new SandboxCustomer(Guid.NewGuid(), "Acme Tools") { SeatCount = 12, TimeZone = "Asia/Tokyo" });

        var customer = Assert.Single((await place.RunAsync("Get-WfbssCustomer")).Clean().Output);

        Assert.Equal("Acme Tools", customer.Properties["Name"].Value);
        Assert.Equal(place.Ids[0], customer.Properties["CustomerId"].Value);
        Assert.Equal(12, customer.Properties["SeatCount"].Value);
        Assert.Equal(12, customer.Properties["Seats"].Value);
        Assert.Equal("Asia/Tokyo", customer.Properties["TimeZone"].Value);
        Assert.Equal("Full", customer.Properties["LicenseType"].Value);
        Assert.Equal(true, customer.Properties["AutoRenewal"].Value);
    }

    [Fact]
    public async Task Whoever_takes_the_first_few_stops_further_requests()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1_000 });

        var run = await place.RunAsync(
            "Get-WfbssCustomer | Select-Object -First 101");

        Assert.Equal(place.Ids[..101], IdsIn(run));
        await place.Server.Counters.WaitForQuietAsync();
        Assert.Equal(2, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task A_search_asks_the_service_for_what_the_name_contains()
    {
        await using var place = await WithNamesAsync("Acme Tools", "Beta", "The acme club");

        var run = await place.RunAsync("Get-WfbssCustomer -Search acme");

        Assert.Equal([place.Ids[0], place.Ids[2]], IdsIn(run));
        Assert.Contains("q=acme", Assert.Single(place.Server.Counters.Log).RawTarget, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme*", "Acme Tools")]
    [InlineData("*TOOLS", "Acme Tools,Beta Tools")]
    [InlineData("?eta*", "Beta Tools")]
    [InlineData("[ab]*", "Acme Tools,Beta Tools")]
    [InlineData("*", "Acme Tools,Beta Tools,The acme club")]
    [InlineData("nobody*", "")]
    public async Task A_name_with_wildcards_is_what_the_whole_name_is_like(string pattern, string names)
    {
        await using var place = await WithNamesAsync("Acme Tools", "Beta Tools", "The acme club");

        var run = await place.RunAsync("Get-WfbssCustomer -Name $pattern", ("pattern", pattern));

        Assert.Equal(names, string.Join(',', run.Clean().Output.Select(customer => customer.Properties["Name"].Value)));
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    [Theory]
    [InlineData("Müller & Söhne + Co. 50% #1 ~ 【東京】 🛡")]
    [InlineData("a/b?c=d")]
    public async Task A_name_goes_over_the_wire_whole(string name)
    {
        await using var place = await WithNamesAsync("Somebody else", name);

        var run = await place.RunAsync("Get-WfbssCustomer -Name ([WildcardPattern]::Escape($name))", ("name", name));

        Assert.Equal(name, Assert.Single(run.Clean().Output).Properties["Name"].Value);
    }

    [Fact]
    public async Task Ids_come_from_the_pipeline_and_are_asked_for_in_tens()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync("$ids | Get-WfbssCustomer", ("ids", place.Ids));

        Assert.Equal(place.Ids, IdsIn(run));
        Assert.Equal([10, 10, 5], place.Server.Counters.Log.Select(request => request.CustomerIds.Count));
    }

    [Fact]
    public async Task An_id_that_nobody_has_is_one_error_and_the_others_come()
    {
        await using var place = await Workplace.StartAsync();
        const string Nobody = "00000000-0000-0000-0000-00000000ABCD";

        var run = await place.RunAsync("Get-WfbssCustomer -CustomerId $ids", ("ids", new[] { place.Ids[0], Nobody, place.Ids[1] }));

        Assert.Equal(place.Ids[..2], run.Output.Select(customer => customer.Properties["CustomerId"].Value));
        var error = run.OneError("CustomerNotFound");
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(Nobody, error.TargetObject);
        Assert.Contains(Nobody, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_neither_an_id_nor_a_name_is_one_error_and_the_others_come()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync("$a, 'not-an-id', $b | Get-WfbssCustomer", ("a", place.Ids[0]), ("b", place.Ids[1]));

        Assert.Equal(place.Ids[..2], run.Output.Select(customer => customer.Properties["CustomerId"].Value));
        var error = run.OneError("CustomerNotFound");
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("named 'not-an-id'", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_that_the_service_refuses_does_not_sink_those_beside_it()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 12 });
        place.Server.State.Expire(place.Server.State.Customers[3].Id);

        var run = await place.RunAsync("$ids | Get-WfbssCustomer", ("ids", place.Ids));

        Assert.Null(run.Failure);
        Assert.Equal(place.Ids.Where(id => id != place.Ids[3]), run.Column("CustomerId"));
        var error = Assert.Single(run.Errors);
        Assert.Equal(("Refused", place.Ids[3]), (Invocation.IdOf(error), error.TargetObject));
        Assert.Contains("The customer has expired", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_and_a_result_are_taken_back()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            $"Get-WfbssCustomer | New-WfbssScheduledReport {Workplace.Weekly} | Get-WfbssCustomer | Get-WfbssCustomer");

        Assert.Equal(place.Ids, IdsIn(run));
    }

    private static async Task<Workplace> WithNamesAsync(params string[] names)
    {
        var place = await Workplace.StartAsync(new SandboxOptions { Customers = 0 });
        foreach (var name in names)
        {
            place.Server.State.AddCustomer(name);
        }

        return place;
    }

    private static IEnumerable<object> IdsIn(Invocation run) =>
        run.Clean().Output.Select(customer => customer.Properties["CustomerId"].Value);
}
