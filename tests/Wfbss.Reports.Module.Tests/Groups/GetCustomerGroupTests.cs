using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Groups;

public sealed class GetCustomerGroupTests
{
    private const string Nobody = "00000000-0000-0000-0000-00000000ABCD";

    [Theory]
    [InlineData("$ids | Get-WfbssCustomerGroup")]
    [InlineData("Get-WfbssCustomerGroup -CustomerId $ids")]
    [InlineData("Get-WfbssCustomer | Get-WfbssCustomerGroup")]
    [InlineData("@('CustomerId') + $ids | ConvertFrom-Csv | Get-WfbssCustomerGroup")]
    public async Task The_groups_of_customers_come_in_the_order_of_the_customers_ten_to_a_call(string script)
    {
        await using var place = await Workplace.StartAsync();
        var expected = place.Server.State.Customers.SelectMany(customer => customer.Groups.Select(group => (customer.Id, group)));

        var run = await place.RunAsync(script, ("ids", place.Ids));

        Assert.Equal(
            expected.Select(pair => (pair.Id.ToString().ToUpperInvariant(), pair.group.Id, pair.group.Name, pair.group.Type)),
            run.Clean().Output.Select(group => ((string)Value(group, "CustomerId")!, (int)Value(group, "GroupId")!, (string)Value(group, "Name")!, (int)Value(group, "Type")!)));
        var calls = place.Server.Counters.Log.Where(request => request.Resource == "customers/groups");
        Assert.Equal([10, 10, 5], calls.Select(request => request.CustomerIds.Count));
    }

    [Theory]
    [InlineData("'Server*'", "Server (Default)")]
    [InlineData("server*, *top*", "Server (Default),Laptops")]
    [InlineData("-Name 'laptops'", "Laptops")]
    [InlineData("'none'", "")]
    public async Task A_name_is_compared_in_any_case_and_may_have_wildcards(string name, string expected)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });
        place.Server.State.Customers[0].Groups = [new(1, 1, "Device (Default)"), new(2, 2, "Server (Default)"), new(3, 1, "Laptops")];

        var run = await place.RunAsync($"$ids | Get-WfbssCustomerGroup {name}", ("ids", place.Ids));

        Assert.Equal(expected, string.Join(',', run.Clean().Column("Name")));
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Customers_that_are_expired_unknown_or_none_are_one_error_each_and_the_others_come()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 12 });
        place.Server.State.Expire(place.Server.State.Customers[3].Id);
        string[] inputs = [.. place.Ids[..5], Nobody, "not-an-id", .. place.Ids[5..]];

        var run = await place.RunAsync("$ids | Get-WfbssCustomerGroup", ("ids", inputs));

        Assert.Equal(place.Ids.Where(id => id != place.Ids[3]), run.Column("CustomerId").Distinct());
        Assert.Null(run.Failure);
        // The id that is none is known at once, the others with their call of ten.
        Assert.Equal(["InvalidId", "Refused", "CustomerNotFound"], run.Errors.Select(Invocation.IdOf));
        Assert.Equal(["not-an-id", place.Ids[3], Nobody], run.Errors.Select(error => error.TargetObject));
        Assert.Contains("The customer has expired", run.Errors[1].ToString(), StringComparison.Ordinal);
        Assert.Contains("Input 7, 'not-an-id'", run.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_the_first_stops_further_requests()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 100 });

        var run = await place.RunAsync("$ids | Get-WfbssCustomerGroup | Select-Object -First 1", ("ids", place.Ids));

        Assert.Single(run.Output);
        await place.Server.Counters.WaitForQuietAsync();
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task A_group_goes_into_a_report()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });

        var run = await place.RunAsync(
            $"$groups = $ids | Get-WfbssCustomerGroup 'Server*'; $ids | New-WfbssScheduledReport {Workplace.Weekly} -GroupId $groups.GroupId", ("ids", place.Ids));

        Assert.Equal("Done", Assert.Single(run.Clean().Outcomes).Status);
        Assert.Equal([2], place.ReportsOf(0)[0].GroupIds);
    }

    [Fact]
    public async Task A_customer_that_occurs_again_is_asked_for_once()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });

        var run = await place.RunAsync("$ids + $ids | Get-WfbssCustomerGroup 'Device*'", ("ids", place.Ids));

        Assert.Equal(place.Ids, run.Clean().Column("CustomerId"));
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Without_a_session_it_says_how_to_get_one()
    {
        using var host = await ModuleHost.StartAsync();

        var error = (await host.RunAsync("Get-WfbssCustomerGroup -CustomerId $id", ("id", Nobody))).FailedWith("NotConnected");

        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
    }

    private static object? Value(PSObject item, string property) => item.Properties[property].Value;
}
