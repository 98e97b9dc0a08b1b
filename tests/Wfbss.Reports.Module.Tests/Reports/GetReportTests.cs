using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Reports;

public sealed class GetReportTests
{
    private const string Nobody = "00000000-0000-0000-0000-00000000ABCD";

    [Fact]
    public async Task All_reports_come_customer_by_customer_in_the_order_of_the_input()
    {
        await using var place = await Workplace.StartAsync();
        place.GiveAll("Weekly", "Monthly");

        var run = await place.RunAsync("$ids | Get-WfbssScheduledReport", ("ids", place.Ids.Reverse()));

        Assert.Equal(place.Ids.Reverse().SelectMany(id => (string[])[id, id]), run.Clean().Column("CustomerId"));
        Assert.Equal(["Weekly", "Monthly"], run.Column("Name").Take(2));
        Assert.Equal(["GET report"], place.Server.Counters.RequestsByMethodAndResource.Keys);
        Assert.Equal([5, 10, 10], place.Server.Counters.Log.Select(request => request.CustomerIds.Count).Order());
    }

    [Fact]
    public async Task A_report_has_all_that_the_service_shows_and_what_it_does_not_show_is_empty()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });
        place.Give(0, Stock.Report("Weekly") with { Number = 7, Enabled = false });

        var run = await place.RunAsync("Get-WfbssCustomer | Get-WfbssScheduledReport");

        var report = Assert.Single(run.Clean().Output);
        Assert.Equal(
            (place.Server.State.Customers[0].Name, 1, "Weekly", 7, false),
            (Value("CustomerName"), Value("ReportId"), Value("Name"), Value("RunCount"), Value("Enabled")));
        Assert.Equal("Weekly Monday 08:00:00", $"{Value("Frequency")} {Value("DayOfWeek")} {Value("At")}");
        Assert.Equal(["soc@example.com"], Assert.IsAssignableFrom<IEnumerable<string>>(Value("Recipients")));
        Assert.Equal([1], Assert.IsAssignableFrom<IEnumerable<int>>(Value("GroupIds")));
        Assert.Null(Value("Contents"));

        object? Value(string property) => report.Properties[property].Value;
    }

    [Theory]
    [InlineData("'weekly security'", "Weekly security")]
    [InlineData("'weekly*'", "Weekly security,Weekly [EU]")]
    [InlineData("'Weekly [[]EU]'", "Weekly [EU]")]
    [InlineData("'Weekly [EU]'", "Weekly [EU]")]
    [InlineData("-Name 'monthly', '*EU*'", "Monthly,Weekly [EU]")]
    [InlineData("'none'", "")]
    [InlineData("'none*'", "")]
    public async Task A_name_is_compared_in_any_case_and_may_have_wildcards(string name, string expected)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });
        place.Give(0, "Weekly security", "Monthly", "Weekly [EU]");

        var run = await place.RunAsync($"$ids | Get-WfbssScheduledReport {name}", ("ids", place.Ids));

        Assert.Equal(expected, string.Join(',', run.Clean().Column("Name")));
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task The_same_id_is_a_different_report_for_each_customer()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });
        place.Give(0, "A", "B");
        place.Give(1, "C", "D");

        var run = await place.RunAsync("$ids | Get-WfbssScheduledReport -ReportId 2", ("ids", place.Ids));

        Assert.Equal(["B", "D"], run.Clean().Column("Name"));
    }

    [Fact]
    public async Task An_id_that_no_report_has_is_one_error_and_the_others_come()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 3 });
        place.Give(0, "A");
        place.Give(2, "C");

        var run = await place.RunAsync("$ids | Get-WfbssScheduledReport -ReportId 1", ("ids", place.Ids));

        Assert.Equal(["A", "C"], run.Column("Name"));
        var error = run.OneError("NotFound");
        Assert.Equal((ErrorCategory.ObjectNotFound, place.Ids[1]), (error.CategoryInfo.Category, error.TargetObject));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Customers_that_cannot_be_read_are_one_error_each_and_the_others_come(bool omitsCustomersWithoutReports)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { OmitCustomersWithoutReports = omitsCustomersWithoutReports });
        place.GiveAll("Weekly");
        place.Server.State.Expire(place.Server.State.Customers[3].Id);
        place.Server.State.ClearReports(place.Server.State.Customers[4].Id);
        string[] inputs = [.. place.Ids, Nobody, "not-an-id"];

        var run = await place.RunAsync("$ids | Get-WfbssScheduledReport", ("ids", inputs));

        Assert.Equal([.. place.Ids[..3], .. place.Ids[5..]], run.Column("CustomerId"));
        Assert.Equal(["Refused", "CustomerNotFound", "InvalidId"], run.Errors.Select(Invocation.IdOf));
        Assert.Equal([place.Ids[3], Nobody, "not-an-id"], run.Errors.Select(error => error.TargetObject));
        Assert.Contains("The customer has expired", run.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ForEach-Object { $_; break }")]
    [InlineData("ForEach-Object { $_; throw 'enough' }")]
    [InlineData("Select-Object -First 1")]
    public async Task Whoever_takes_the_first_stops_further_requests(string enough)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 300 });
        place.GiveAll("Weekly");

        var run = await place.RunAsync(
            $"do {{ $ids | Get-WfbssScheduledReport -ThrottleLimit 2 | {enough} }} while ($false)", ("ids", place.Ids));

        Assert.Equal(place.Ids[0], Assert.Single(run.Column("CustomerId")));
        await place.Server.Counters.WaitForQuietAsync();
        Assert.Equal(2, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Reading_goes_on_while_customers_still_come_in()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 300 });
        place.GiveAll("Weekly");
        var seen = new TaskCompletionSource();

        var run = await place.RunAsync(
            "$ids | Get-WfbssScheduledReport | ForEach-Object { $null = $seen.TrySetResult(); $_ }",
            ("ids", place.Ids.TakeWhile(_ => !seen.Task.IsCompleted)),
            ("seen", seen));

        // The input ends because a report was seen; otherwise all of them would have come.
        Assert.InRange(run.Clean().Output.Count, 1, 299);
    }

    [Fact]
    public async Task A_customer_that_occurs_again_is_read_once()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });
        place.GiveAll("Weekly");

        var run = await place.RunAsync(
            "$ids + $ids[0].ToLower() | Get-WfbssScheduledReport", ("ids", place.Ids));

        Assert.Equal(place.Ids, run.Clean().Column("CustomerId"));
        Assert.StartsWith("1 of 3 inputs were repeats", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_key_pair_is_one_terminating_error()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 300 });
        place.Server.Faults.Script(SandboxFault.Unauthorized, times: 1_000);

        var run = await place.RunAsync("$ids | Get-WfbssScheduledReport -ThrottleLimit 1 -ErrorAction SilentlyContinue", ("ids", place.Ids));

        run.FailedWith("AccessDenied");
        Assert.Equal(1, place.Server.Counters.Requests);
    }
}
