using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Syncing;

public sealed class SyncTests
{
    private const string A = $"(New-WfbssReportDefinition A {Stock.Parameters})";
    private const string Both = $"(New-WfbssReportDefinition A {Stock.Parameters}), (New-WfbssReportDefinition B {Stock.Parameters})";

    [Fact]
    public async Task Two_definitions_give_each_customer_two_results_in_order_that_say_what_was_done()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 3 });
        place.Give(0, "A", "Own");
        place.Give(1, Stock.Report("A") with { Time = Stock.TwoOClock, Addresses = [] });
        place.Give(1, "B");

        var run = await place.RunAsync($"Get-WfbssCustomer | Sync-WfbssScheduledReport {Both}");

        Assert.Equal(
            ["A None", "B Created", "A Replaced", "B None", "A Created", "B Created"],
            run.Clean().Output.Select(result => $"{result.Properties["ReportName"].Value} {result.Properties["Action"].Value}"));
        Assert.Equal(place.Ids.SelectMany(id => (string[])[id, id]), run.Column("CustomerId"));
        Assert.Equal(place.Server.State.Customers[2].Name, run.Output[5].Properties["CustomerName"].Value);
        Assert.Equal([1, 3, 1, 2], run.Outcomes.Take(4).Select(outcome => outcome.ReportId));
        var differences = Assert.IsAssignableFrom<IEnumerable<object>>(run.Output[2].Properties["Differences"].Value);
        Assert.Equal(["At: 14:00:00, not 08:00:00", "Recipients: nobody, not soc@example.com"], differences.Select(difference => difference.ToString()));
        Assert.Equal(["A, Own, B", "A, B"], place.NamesByCustomer()[..2]);
        // Both are created at the same time: which of them is first is not said.
        Assert.Equal(["A", "B"], place.ReportsOf(2).Select(report => report.Name).Order());
        Assert.Equivalent(Stock.Report("A") with { Rtid = 1 }, place.ReportsOf(1)[0], strict: true);
    }

    [Fact]
    public async Task A_second_run_sends_no_write_and_says_so()
    {
        await using var place = await Workplace.StartAsync();
        (await place.RunAsync($"$ids | Sync-WfbssScheduledReport {Both}", ("ids", place.Ids))).Clean();
        place.Server.Counters.Reset();

        var run = await place.RunAsync($"$ids | Sync-WfbssScheduledReport {Both} -RemoveDuplicate -RemoveUnmanaged -Verbose", ("ids", place.Ids));

        Assert.Equal(50, run.Clean().Outcomes.Count(outcome => outcome.Status == "Done"));
        Assert.Empty(place.Writes);
        Assert.Contains(run.Verbose, line => line.StartsWith("25 customers in", StringComparison.Ordinal) && line.EndsWith("nothing to change.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Definitions_come_from_files_through_the_pipeline()
    {
        using var folder = new TemporaryFolder();
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 12 });

        var run = await place.RunAsync(
            $"""
            {Both} | ForEach-Object -Begin $null -Process ([scriptblock]::Create('$_ | Export-WfbssReportDefinition "$folder/$($_.Name).json"'))
            Import-WfbssReportDefinition "$folder/*.json" | Sync-WfbssScheduledReport -CustomerId (Get-WfbssCustomer)
            """,
            ("folder", folder.Path));

        Assert.Equal(24, run.Clean().Outcomes.Count(outcome => outcome.Status == "Done"));
        Assert.Equal(place.Ids.SelectMany(id => (string[])[id, id]), run.Column("CustomerId"));
        Assert.All(place.Server.State.Customers, customer => Assert.Equal(["A", "B"], customer.Reports.Select(report => report.Name).Order()));
        // The customers' reports are read once for both definitions.
        Assert.Equal(2, place.Server.Counters.RequestsByMethodAndResource["GET report"]);
    }

    [Theory]
    [InlineData("@() | Sync-WfbssScheduledReport -CustomerId $ids", "InvalidDefinition")]
    [InlineData("Import-WfbssReportDefinition \"$folder/*.json\" -ErrorAction SilentlyContinue | Sync-WfbssScheduledReport -CustomerId $ids", "InvalidDefinition")]
    [InlineData("Sync-WfbssScheduledReport -CustomerId $ids -Definition @()", "ParameterArgumentValidationErrorEmptyArrayNotAllowed")]
    [InlineData("$ids | Sync-WfbssScheduledReport (Import-WfbssReportDefinition \"$folder/*.json\" -ErrorAction SilentlyContinue)", "ParameterArgumentValidationError")]
    public async Task Definitions_that_came_to_nothing_are_an_error_and_remove_nothing(string sync, string errorId)
    {
        using var folder = new TemporaryFolder();
        // One of two files is right: alone, it would have the reports of the other removed.
        folder.Write("broken.json", "{ \"name\": ");
        folder.Write("right.json", """{ "name": "A", "schedule": { "weekly": "Monday", "at": "08:00" }, "contents": ["VirusSummary"] }""");
        await using var place = await Workplace.StartAsync();
        place.GiveAll("A", "B");

        var run = await place.RunAsync($"{sync} -RemoveUnmanaged -RemoveDuplicate -Force", ("ids", place.Ids), ("folder", folder.Path));

        run.FailedWith(errorId);
        Assert.Empty(run.Output);
        Assert.Equal(0, place.Server.Counters.Requests);
        Assert.All(place.NamesByCustomer(), names => Assert.Equal("A, B", names));
    }

    [Fact]
    public async Task What_cannot_be_read_or_written_is_an_outcome_and_an_error_for_each_definition_and_the_others_go_on()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 12 });
        place.Server.State.Expire(place.Server.State.Customers[1].Id);
        place.Server.State.Answer(place.Server.State.Customers[2].Id, "SpecError", "report template spec error");
        string[] inputs = [.. place.Ids, Guid.NewGuid().ToString().ToUpperInvariant(), "not-an-id"];

        var run = await place.RunAsync($"$ids | Sync-WfbssScheduledReport {Both} -FailAtEnd -ErrorAction SilentlyContinue", ("ids", inputs));

        Assert.Contains("8 of 28 failed", run.FailedWith("SomeCustomersFailed").ToString(), StringComparison.Ordinal);
        Assert.Equal(inputs.SelectMany(id => (string[])[id, id]), run.Column("CustomerId"));
        var failed = run.Output.Where(result => (string)result.Properties["Status"].Value != "Done").ToArray();
        Assert.Equal(
            ["Refused", "Refused", "SpecError", "SpecError", "NotReturned", "NotReturned", "InvalidId", "InvalidId"],
            failed.Select(result => result.Properties["Status"].Value));
        Assert.All(failed, result => Assert.Equal("None", result.Properties["Action"].Value.ToString()));
        Assert.Equal(20, place.Server.Counters.Commits);
    }

    [Fact]
    public async Task A_customer_at_the_limit_gets_no_request_that_must_fail()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });
        place.Give(0, [.. Enumerable.Range(1, 9).Select(number => $"Own {number}")]);

        var run = await place.RunAsync($"$ids | Sync-WfbssScheduledReport {Both}", ("ids", place.Ids));

        Assert.Equal(["Done", "LimitError", "Done", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(ErrorCategory.LimitsExceeded, run.OneError("LimitError").CategoryInfo.Category);
        Assert.Equal(3, place.Writes.Sum(request => request.CustomerIds.Count));
    }

    [Theory]
    [InlineData($"{A}, {A}", "Several definitions have the name 'A'")]
    [InlineData("([pscustomobject]@{ Name = 'A' })", "is not a report definition")]
    public async Task Definitions_that_make_no_sense_are_told_before_anything_is_asked(string definitions, string why)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync($"$ids | Sync-WfbssScheduledReport -Definition {definitions}", ("ids", place.Ids));

        Assert.Contains(why, run.Failure?.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Results_come_while_customers_still_go_in()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 500 });
        var seen = new TaskCompletionSource();

        var run = await place.RunAsync(
            $"$ids | Sync-WfbssScheduledReport {A} -ThrottleLimit 2 | ForEach-Object {{ $null = $seen.TrySetResult(); $_ }}",
            ("ids", place.Ids.TakeWhile(_ => !seen.Task.IsCompleted)),
            ("seen", seen));

        Assert.InRange(run.Clean().Output.Count, 1, 499);
    }
}
