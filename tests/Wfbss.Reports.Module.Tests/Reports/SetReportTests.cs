using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Reports;

public sealed class SetReportTests
{
    private static readonly SandboxOptions Open = new() { Customers = 2, ReturnContents = true };

    [Theory]
    [InlineData("-At 14:00")]
    [InlineData("-Recipient a@example.com, b@example.com")]
    [InlineData("-Recipient @()")]
    [InlineData("-GroupId 2")]
    [InlineData("-GroupId @()")]
    [InlineData("-Content 700, 100")]
    [InlineData("-Enabled $false")]
    [InlineData("-NewName 'Another'")]
    [InlineData("-DayOfWeek Friday")]
    [InlineData("-DayOfMonth 5 -At 14:00")]
    public async Task What_is_not_given_stays_as_it_is(string change)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, Stock.Report("Weekly") with { Number = 7 });
        var before = place.ReportsOf(0)[0];

        var run = await place.RunAsync($"Get-WfbssCustomer | Set-WfbssScheduledReport 'Weekly*' {change} -ErrorAction SilentlyContinue", []);

        // That no report of a customer matches a pattern is an answer, and nothing more.
        Assert.Equal(["Done"], run.Clean().Outcomes.Select(outcome => outcome.Status));
        var expected = change switch
        {
            "-At 14:00" => before with { Time = Stock.TwoOClock },
            "-Recipient a@example.com, b@example.com" => before with { Addresses = ["a@example.com", "b@example.com"] },
            "-Recipient @()" => before with { Addresses = [], Email = false },
            "-GroupId 2" => before with { GroupIds = [2] },
            "-GroupId @()" => before with { GroupIds = [] },
            "-Content 700, 100" => before with { Contents = [700, 100] },
            "-Enabled $false" => before with { Enabled = false },
            "-NewName 'Another'" => before with { Name = "Another" },
            "-DayOfWeek Friday" => before with { Weekday = 5 },
            _ => before with { Type = 4, Weekday = null, MonthDay = 5, Time = Stock.TwoOClock },
        };
        Assert.Equivalent(expected, Assert.Single(place.ReportsOf(0)), strict: true);
    }

    [Theory]
    [InlineData("-At 14:00", "add -Content")]
    [InlineData("-Recipient a@example.com", "add -Content")]
    public async Task A_change_that_would_lose_what_the_service_does_not_show_is_refused_and_says_what_to_add(string change, string advice)
    {
        await using var place = await Workplace.StartAsync(Open with { ReturnContents = false });
        place.GiveAll("Weekly");

        var refused = await place.RunAsync($"$ids | Set-WfbssScheduledReport Weekly {change}", ("ids", place.Ids));

        Assert.All(refused.Outcomes, outcome => Assert.Equal(("NotAttempted", 1, 0), (outcome.Status, outcome.ReportId, outcome.Attempts)));
        Assert.All(refused.Errors, error =>
        {
            Assert.Equal(("NotAttempted", ErrorCategory.OperationStopped), (Invocation.IdOf(error), error.CategoryInfo.Category));
            Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
        });
        Assert.Equal(2, refused.Errors.Count);
        Assert.Empty(place.Writes);

        var done = await place.RunAsync($"$ids | Set-WfbssScheduledReport Weekly {change} -Content 700");

        Assert.All(done.Clean().Outcomes, outcome => Assert.Equal("Done", outcome.Status));
        Assert.Equal([700], place.ReportsOf(1)[0].Contents);
    }

    [Fact]
    public async Task A_definition_replaces_all_settings_of_the_report_of_its_name()
    {
        await using var place = await Workplace.StartAsync(Open with { ReturnContents = false });
        place.Give(0, "Other", "Weekly");
        place.Give(1, "weekly");

        var run = await place.RunAsync(
            "$ids | Set-WfbssScheduledReport -Definition (New-WfbssReportDefinition Weekly -DayOfMonth 5 -At 14:00 -Content 700)", ("ids", place.Ids));

        Assert.Equal(["Done", "NotFound"], run.Outcomes.Select(outcome => outcome.Status));
        var expected = new SandboxReport { Rtid = 2, Name = "Weekly", Type = 4, MonthDay = 5, Time = Stock.TwoOClock, Contents = [700] };
        Assert.Equivalent(expected, place.ReportsOf(0)[1], strict: true);
        Assert.Equal(["Other, Weekly", "weekly"], place.NamesByCustomer());
    }

    [Fact]
    public async Task Each_report_is_written_to_by_its_own_id_and_customers_with_the_same_share_a_call()
    {
        await using var place = await Workplace.StartAsync(Open with { Customers = 25 });
        place.GiveAll("Weekly");
        place.Server.State.ClearReports(place.Server.State.Customers[7].Id);
        place.Give(7, "Weekly");

        var run = await place.RunAsync("Get-WfbssCustomer | Set-WfbssScheduledReport Weekly -At 14:00");

        Assert.Equal(place.Ids, run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(2, run.Outcomes[7].ReportId);
        Assert.Equal(
            [("1", 4), ("1", 10), ("1", 10), ("2", 1)],
            place.Writes.Select(request => (request.Rtid ?? "", request.CustomerIds.Count)).Order());
    }

    [Theory]
    [InlineData("$ids | Set-WfbssScheduledReport Weekly -At 25:00", "ParameterArgumentTransformationError")]
    [InlineData("$ids | Set-WfbssScheduledReport Weekly", "NothingToChange")]
    [InlineData("$ids | Set-WfbssScheduledReport Weekly -DayOfMonth 32 -Recipient nobody", "InvalidDefinition")]
    [InlineData("$ids | Set-WfbssScheduledReport Weekly -NewName 'a|b'", "InvalidDefinition")]
    [InlineData("$ids | Set-WfbssScheduledReport Weekly -DayOfMonth 5 -DayOfWeek Friday", "AmbiguousParameterSet")]
    public async Task What_cannot_be_sent_is_told_before_anything_is_asked(string script, string errorId)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.GiveAll("Weekly");

        var run = await place.RunAsync(script, ("ids", place.Ids));

        Assert.Contains(run.Errors.Append(run.Failure).OfType<ErrorRecord>(), error => Invocation.IdOf(error) == errorId);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Theory]
    [InlineData("'Weekly*' -NewName New", "several of its reports are meant")]
    [InlineData("-ReportId 1, 2 -NewName New", "several of its reports are meant")]
    [InlineData("'Weekly*' -Definition (New-WfbssReportDefinition New -DayOfWeek Monday -At 14:00 -Content 100)", "several of its reports are meant")]
    [InlineData("'Weekly A' -NewName Third", "report 3 has the new name already")]
    [InlineData("-ReportId 1 -Definition (New-WfbssReportDefinition Third -DayOfWeek Monday -At 14:00 -Content 100)", "report 3 has the new name already")]
    public async Task No_two_reports_of_a_customer_get_the_same_new_name(string parameters, string why)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, "Weekly A", "Weekly B", "Third");
        place.Give(1, "Weekly A");

        var run = await place.RunAsync($"$ids | Set-WfbssScheduledReport {parameters} -ErrorAction SilentlyContinue", ("ids", place.Ids));

        Assert.All(
            run.Outcomes.Where(outcome => outcome.CustomerId == place.Ids[0]),
            outcome => Assert.Equal(("NotAttempted", true), (outcome.Status, outcome.Message.Contains(why, StringComparison.Ordinal))));
        Assert.Contains(run.Outcomes, outcome => outcome.CustomerId == place.Ids[1] && outcome.Status == "Done");
        Assert.Equal("Weekly A, Weekly B, Third", place.NamesByCustomer()[0]);
    }

    [Fact]
    public async Task Reports_that_are_piped_in_do_not_get_the_same_new_name_either()
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, "A", "B");
        place.Give(1, "A");

        var run = await place.RunAsync("$ids | Get-WfbssScheduledReport | Set-WfbssScheduledReport -NewName New", ("ids", place.Ids));

        Assert.Equal(["NotAttempted", "NotAttempted", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(["A, B", "New"], place.NamesByCustomer());
    }

    [Fact]
    public async Task A_question_names_customer_and_report_as_they_are_called_now_and_what_would_be_sent()
    {
        await using var place = await Workplace.StartAsync(Open);
        place.GiveAll("Weekly");
        foreach (var answer in (string[])["N", "Y"])
        {
            place.Host.Screen.Answers.Enqueue(answer);
        }

        var run = await place.RunAsync("Get-WfbssCustomer | Set-WfbssScheduledReport Weekly -NewName 'Renamed' -Confirm");

        Assert.Equal(["NotAttempted", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(["Weekly", "Renamed"], place.NamesByCustomer());
        Assert.All(
            [place.Server.State.Customers[0].Name, "report 1 'Weekly'", "Name: Weekly, not Renamed"],
            part => Assert.Contains(part, place.Host.Screen.Questions[0], StringComparison.Ordinal));
    }
}
