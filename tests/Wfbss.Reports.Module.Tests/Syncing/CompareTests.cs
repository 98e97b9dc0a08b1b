using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Syncing;

public sealed class CompareTests
{
    private const string A = $"(New-WfbssReportDefinition A {Stock.Parameters})";
    private const string Both = $"{A}, (New-WfbssReportDefinition B {Stock.Parameters})";

    [Fact]
    public async Task Each_customer_and_definition_is_one_state_in_order_and_only_reads_are_sent()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 4, ReadOnly = true });
        place.Give(0, "A");
        place.Give(1, Stock.Report("A") with { Time = Stock.TwoOClock });
        place.Give(2, "A", "Own", "A", "B");
        place.Server.State.Expire(place.Server.State.Customers[3].Id);
        string[] inputs = [.. place.Ids, Guid.NewGuid().ToString().ToUpperInvariant()];

        var run = await place.RunAsync($"$ids | Compare-WfbssScheduledReport {Both} -IncludeUnmanaged -Verbose", ("ids", inputs));

        Assert.Equal(
            [
                "A Same 1", "B Missing ", "A Different 1", "B Missing ", "A Duplicated 1", "B Same 4", "Own Unmanaged 2",
                "A Failed ", "B Failed ", "A NotReturned ", "B NotReturned ",
            ],
            run.Output.Select(item => $"{item.Properties["ReportName"].Value} {item.Properties["State"].Value} {item.Properties["ReportId"].Value}"));
        Assert.Equal(["Refused", "NotReturned"], run.Errors.Select(Invocation.IdOf));
        Assert.Equal(inputs[3..], run.Errors.Select(error => error.TargetObject));
        Assert.Equal(0, place.Server.Counters.Writes);
        Assert.Contains(run.Verbose, line => line.Contains("2 Missing, 2 Same, 1 Different, 1 Duplicated, 1 Unmanaged, 2 NotReturned, 2 Failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_difference_has_the_property_with_both_values_and_what_is_not_shown_is_not_taken_for_one()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });
        place.Give(0, Stock.Report("A") with { Type = 4, Weekday = null, MonthDay = 3, Contents = [700] });

        var run = await place.RunAsync($"$ids | Compare-WfbssScheduledReport {A}", ("ids", place.Ids));

        var comparison = Assert.Single(run.Clean().Output);
        var difference = PSObject.AsPSObject(Assert.Single(Assert.IsAssignableFrom<IEnumerable<object>>(comparison.Properties["Differences"].Value)));
        Assert.Equal(
            ("Frequency", "Weekly", "Monthly"),
            (difference.Properties["Property"].Value, difference.Properties["Expected"].Value, difference.Properties["Actual"].Value));
        Assert.Equal(["Contents"], Assert.IsAssignableFrom<IEnumerable<string>>(comparison.Properties["NotCompared"].Value));
    }

    [Theory]
    [InlineData(false, "Same")]
    [InlineData(true, "Different")]
    public async Task Contents_count_where_the_service_shows_them(bool isShown, string state)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1, ReturnContents = isShown });
        place.Give(0, Stock.Report("A") with { Contents = [700] });

        var run = await place.RunAsync($"{A} | Compare-WfbssScheduledReport -CustomerId $ids", ("ids", place.Ids));

        Assert.Equal(state, Assert.Single(run.Clean().Column("State"))!.ToString());
    }

    [Fact]
    public async Task Unmanaged_reports_go_into_Remove_one_by_one()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });
        place.GiveAll("Own", "A", "Other");

        var run = await place.RunAsync(
            $"Get-WfbssCustomer | Compare-WfbssScheduledReport {A} -IncludeUnmanaged | Where-Object State -eq Unmanaged | Remove-WfbssScheduledReport -Force");

        Assert.Equal(4, run.Clean().Outcomes.Count(outcome => outcome.Status == "Done"));
        Assert.Equal(["A", "A"], place.NamesByCustomer());
    }

    [Fact]
    public async Task A_refused_key_pair_is_one_terminating_error_and_every_customer_still_comes_out()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.Faults.Script(SandboxFault.Forbidden, times: 1_000);

        var run = await place.RunAsync($"$ids | Compare-WfbssScheduledReport {A} -ThrottleLimit 1 -ErrorAction SilentlyContinue", ("ids", place.Ids));

        run.FailedWith("AccessDenied");
        Assert.Equal(place.Ids, run.Column("CustomerId"));
        Assert.All(run.Column("State"), state => Assert.Equal("Failed", state!.ToString()));
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Whoever_takes_the_first_stops_further_requests()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 300 });

        var run = await place.RunAsync(
            $"$ids | Compare-WfbssScheduledReport {A} -ThrottleLimit 1 | Select-Object -First 1", ("ids", place.Ids));

        Assert.Single(run.Output);
        await place.Server.Counters.WaitForQuietAsync();
        Assert.Equal(1, place.Server.Counters.RequestsByMethodAndResource["GET report"]);
    }
}
