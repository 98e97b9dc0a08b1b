using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Reports;

/// <summary>What one cmdlet writes goes into the next one.</summary>
public sealed class PipelineTests
{
    private static readonly SandboxOptions Three = new() { Customers = 3, ReturnContents = true };

    [Fact]
    public async Task What_a_filter_lets_through_is_removed_and_nothing_else()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 0 });
        place.Server.State.AddCustomer("Acme Tools");
        place.Server.State.AddCustomer("Beta");
        place.Server.State.AddCustomer("The acme club");
        place.Give(0, "old one", "Weekly", "Old two");
        place.Give(1, "old one");
        place.Give(2, "bold", "older");

        var run = await place.RunAsync(
            "Get-WfbssCustomer -Search acme | Get-WfbssScheduledReport | Where-Object Name -like 'old*' | Remove-WfbssScheduledReport -Force");

        Assert.Equal(
            [("Acme Tools", "old one", 1), ("Acme Tools", "Old two", 3), ("The acme club", "older", 2)],
            run.Clean().Outcomes.Select(outcome => (outcome.CustomerName, outcome.ReportName, outcome.ReportId ?? 0)));
        Assert.Equal(["Weekly", "old one", "bold"], place.NamesByCustomer());
        Assert.Equal(3, place.Server.Counters.Commits);
    }

    [Theory]
    [InlineData("$new")]
    [InlineData("($new | Get-WfbssScheduledReport)")]
    [InlineData("($new | Set-WfbssScheduledReport -At 09:00)")]
    [InlineData("($ids | Sync-WfbssScheduledReport (New-WfbssReportDefinition 'Weekly security' -DayOfWeek Monday -At 10:00 -Content VirusSummary))")]
    public async Task A_result_and_a_report_name_one_report_to_change_and_to_remove(string input)
    {
        await using var place = await Workplace.StartAsync(Three);
        place.Give(1, "Older", "Weekly security too");

        var run = await place.RunAsync(
            $$"""
            $new = $ids | New-WfbssScheduledReport {{Workplace.Weekly}}
            $reports = {{input}}
            $reports | Set-WfbssScheduledReport -At 14:00
            Set-WfbssScheduledReport -CustomerId $reports -Recipient a@example.com
            """,
            ("ids", place.Ids));

        Assert.Equal(6, run.Clean().Outcomes.Count);
        Assert.All(run.Outcomes, outcome => Assert.Equal("Done", outcome.Status));
        Assert.Equal([1, 3, 1], run.Outcomes.Take(3).Select(outcome => outcome.ReportId));
        Assert.All(
            place.Server.State.Customers.Select(customer => customer.Reports[^1]),
            report => Assert.Equal((Stock.TwoOClock, "a@example.com"), (report.Time, report.Addresses.Single())));

        var removed = await place.RunAsync("$reports | Remove-WfbssScheduledReport -Confirm:$false");

        Assert.Equal([1, 3, 1], removed.Clean().Outcomes.Select(outcome => outcome.ReportId));
        Assert.Equal(["", "Older, Weekly security too", ""], place.NamesByCustomer());
        Assert.Equal(Stock.EightOClock, place.ReportsOf(1)[0].Time);
    }

    [Fact]
    public async Task Results_of_Set_go_into_Remove_and_those_of_Remove_have_nothing_left_to_remove()
    {
        await using var place = await Workplace.StartAsync(Three);
        place.GiveAll("Weekly", "Other");

        var run = await place.RunAsync(
            "$ids | Set-WfbssScheduledReport Weekly -At 14:00 | Remove-WfbssScheduledReport -Force | Remove-WfbssScheduledReport -Force",
            ("ids", place.Ids));

        Assert.All(run.Outcomes, outcome => Assert.Equal(("NotFound", 0), (outcome.Status, outcome.Attempts)));
        Assert.Equal(["NotFound", "NotFound", "NotFound"], run.Errors.Select(Invocation.IdOf));
        Assert.Equal(["Other", "Other", "Other"], place.NamesByCustomer());
    }

    [Theory]
    [InlineData("Get-WfbssScheduledReport", "NotFound")]
    [InlineData("Set-WfbssScheduledReport -At 14:00", "NotAttempted")]
    [InlineData("Remove-WfbssScheduledReport -Force", "NotAttempted")]
    public async Task A_result_without_report_stands_for_none_not_for_all(string command, string errorId)
    {
        await using var place = await Workplace.StartAsync(Three);
        place.GiveAll("Weekly");
        place.Server.State.Answer(place.Server.State.Customers[1].Id, "SpecError");

        var run = await place.RunAsync(
            $"$new = $ids | New-WfbssScheduledReport {Workplace.Weekly} -ErrorAction SilentlyContinue; $new | {command}", ("ids", place.Ids));

        Assert.Equal((errorId, place.Ids[1]), (Invocation.IdOf(run.Errors[^1]), run.Errors[^1].TargetObject));
        Assert.DoesNotContain(place.Writes, request => request.Method != "POST" && request.CustomerIds.Contains(Guid.Parse(place.Ids[1])));
        Assert.Equal("Weekly", place.NamesByCustomer()[1]);
        Assert.Equal(Stock.EightOClock, place.ReportsOf(1)[0].Time);
    }

    [Fact]
    public async Task Rows_of_a_file_name_customers_for_every_cmdlet()
    {
        await using var place = await Workplace.StartAsync(Three);

        var run = await place.RunAsync(
            $$"""
            $rows = @('CustomerId') + $ids | ConvertFrom-Csv
            $rows | New-WfbssScheduledReport {{Workplace.Weekly}}
            $rows | Set-WfbssScheduledReport 'Weekly security' -At 14:00
            $rows | Sync-WfbssScheduledReport (New-WfbssReportDefinition Other {{Stock.Parameters}})
            $rows | Remove-WfbssScheduledReport 'Weekly security' -Force
            """,
            ("ids", place.Ids));
        var left = await place.RunAsync("$rows | Get-WfbssScheduledReport; $rows | Compare-WfbssScheduledReport (New-WfbssReportDefinition Other -DayOfWeek Monday -At 08:00 -Content 100)");

        Assert.Equal(Enumerable.Repeat(place.Ids, 4).SelectMany(ids => ids), run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.All(run.Outcomes, outcome => Assert.Equal("Done", outcome.Status));
        Assert.Equal([.. place.Ids, .. place.Ids], left.Clean().Column("CustomerId"));
        Assert.Equal(["Other", "Other", "Other"], place.NamesByCustomer());
    }

    [Fact]
    public async Task Rows_of_a_file_of_results_name_reports_as_text_and_an_empty_cell_names_none()
    {
        await using var place = await Workplace.StartAsync(Three);
        place.GiveAll("First", "Second");
        using var folder = new TemporaryFolder();
        var results = folder.Write("results.csv", $"""
            CustomerId,ReportName,ReportId,Status
            {place.Ids[0]},Second,2,Done
            {place.Ids[1]},Second,,SpecError
            {place.Ids[2]},First,1,Done
            """);

        var run = await place.RunAsync("Import-Csv $results | Remove-WfbssScheduledReport -Force", ("results", results));

        Assert.Equal(["Done", "NotAttempted", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Contains("no report id", run.OneError("NotAttempted").ToString(), StringComparison.Ordinal);
        Assert.Equal(["First", "First, Second", "Second"], place.NamesByCustomer());
    }
}
