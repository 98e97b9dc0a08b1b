using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Inputs;

/// <summary>What the engine would convert on its own is what was meant, or refused in one sentence that names it.</summary>
public sealed class KindConversionTests
{
    [Theory]
    [InlineData("New-WfbssScheduledReport -Name x -At 8 -Content 100 -CustomerId $id", "-DayOfWeek Monday, Tuesday", "is not one day of the week")]
    [InlineData("New-WfbssScheduledReport -Name x -At 8 -Content 100 -CustomerId $id", "-DayOfWeek 'Monday,Thursday'", "Give one day")]
    [InlineData("New-WfbssScheduledReport -Name x -At 8 -Content 100 -CustomerId $id", "-DayOfWeek $true", "'True' is not a day of the week")]
    [InlineData("New-WfbssReportDefinition -Name x -At 8 -Content 100", "-DayOfWeek Monday, Tuesday", "is not one day of the week")]
    [InlineData("Set-WfbssScheduledReport x -CustomerId $id", "-DayOfWeek Monday, Tuesday", "is not one day of the week")]
    [InlineData("New-WfbssScheduledReport -Name x -At 8 -Content 100 -CustomerId $id", "-DayOfMonth 1.5", "'1.5' is not a day of the month")]
    [InlineData("New-WfbssScheduledReport -Name x -At 8 -Content 100 -CustomerId $id", "-DayOfMonth '1,5'", "'1,5' is not a day of the month")]
    [InlineData("Set-WfbssScheduledReport x -CustomerId $id", "-GroupId '1,5'", "'1,5' is not a group ID")]
    [InlineData("Remove-WfbssScheduledReport -CustomerId $id -Force", "-ReportId '1,3'", "'1,3' is not a whole number in digits")]
    [InlineData("Remove-WfbssScheduledReport -CustomerId $id -Force", "-ReportId 2.5", "'2.5' is not a whole number in digits")]
    [InlineData("Remove-WfbssScheduledReport -CustomerId $id -Force", "-ReportId $true", "'True' is not a whole number in digits")]
    public async Task It_is_refused_before_anything_is_sent(string command, string parameter, string why)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync($"{command} {parameter}", ("id", place.Ids[0]));

        Assert.Contains(why, run.FailedWith("ParameterArgumentTransformationError").ToString(), StringComparison.Ordinal);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Theory]
    [InlineData("'0,3'")]
    [InlineData("2.5")]
    [InlineData("$true")]
    [InlineData("'two'")]
    public async Task An_id_of_a_row_is_digits_or_that_rows_mistake(string reportId)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });
        place.GiveAll("A", "B", "C");

        var run = await place.RunAsync(
            $"[pscustomobject]@{{ CustomerId = $ids[0]; ReportId = {reportId} }}, [pscustomobject]@{{ CustomerId = $ids[1]; ReportId = '2' }} | Remove-WfbssScheduledReport -Force",
            ("ids", place.Ids));

        Assert.Equal(["NotAttempted", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Contains("row 1: ReportId '", run.Errors.Single().ToString(), StringComparison.Ordinal);
        Assert.Equal(["A, B, C", "A, C"], place.NamesByCustomer());
    }

    [Theory]
    [InlineData("3am", 3 * 3_600)]
    [InlineData("'8:00 AM'", 8 * 3_600)]
    [InlineData("'12:05 a.m.'", 300)]
    [InlineData("8", 8 * 3_600)]
    [InlineData("([timeonly]'08:00')", 8 * 3_600)]
    [InlineData("([datetime]'2026-01-01T08:00:30.75')", (8 * 3_600) + 30)]
    [InlineData("'8:00:30.75'", (8 * 3_600) + 30)]
    [InlineData("([timespan]::FromHours(8.5))", (8 * 3_600) + 1_800)]
    public async Task Times_of_day_are_taken_as_people_type_them(string at, int seconds)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });

        (await place.RunAsync($"$id | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At {at} -Content 100", ("id", place.Ids[0]))).Clean();

        Assert.Equal(seconds, Assert.Single(place.ReportsOf(0)).Time);
    }

    [Theory]
    [InlineData("-Recipient $row.Mail")]
    [InlineData("-GroupId $row.Mail")]
    [InlineData("-Enabled $row.Mail")]
    [InlineData("-MaxDuration $row.Mail")]
    public async Task Nothing_for_an_optional_setting_is_as_if_it_was_not_given(string parameter)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });

        var run = await place.RunAsync(
            $"$row = [pscustomobject]@{{ cid = $id }}; $row | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At 8 -Content 100 {parameter}", ("id", place.Ids[0]));

        Assert.Equal("Done", run.Clean().Outcomes.Single().Status);
    }

    [Theory]
    [InlineData("-Recipient \"soc@example.com$([char]0x200B)\"", "U+200B at position 16")]
    [InlineData("-Recipient \"soc$([char]0x00AD)@example.com\"", "U+00AD at position 4")]
    public async Task What_cannot_be_seen_in_an_address_is_named(string parameter, string where)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });

        var run = await place.RunAsync($"$id | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At 8 -Content 100 {parameter}", ("id", place.Ids[0]));

        Assert.Contains(where, run.FailedWith("InvalidDefinition").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_seen_in_a_reports_name_is_named()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });

        var run = await place.RunAsync("$id | New-WfbssScheduledReport -Name \"Week$([char]0xFEFF)ly\" -DayOfWeek Monday -At 8 -Content 100", ("id", place.Ids[0]));

        Assert.Contains("U+FEFF at position 5", run.FailedWith("InvalidDefinition").ToString(), StringComparison.Ordinal);
    }
}
