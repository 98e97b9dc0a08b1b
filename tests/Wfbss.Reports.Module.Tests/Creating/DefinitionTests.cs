using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class DefinitionTests
{
    [Fact]
    public async Task An_invalid_definition_sends_nothing_and_lists_every_violation()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            "$ids | New-WfbssScheduledReport -Name 'a:b' -DayOfMonth 32 -At ([timespan]'1.00:00') -Content 100, 100, 999 -Recipient nobody -GroupId 0, 3, 3",
            ("ids", place.Ids));

        var error = run.FailedWith("InvalidDefinition");
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.All(
            [
                "Name: The character : is not allowed.",
                "At: ",
                "DayOfMonth: 32 is not a day of a month",
                "Content: 999 is not a content",
                "Content: VirusSummary (100) is there twice.",
                "Recipient: 'nobody' is not an e-mail address.",
                "GroupId: 0 is not a group ID",
                "GroupId: 3 is there twice.",
                "Nothing was sent.",
            ],
            violation => Assert.Contains(violation, error.ToString(), StringComparison.Ordinal));
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Theory]
    [InlineData("-Name '' -DayOfWeek Monday -At 08:00 -Content 100", "Name: A name is needed.")]
    [InlineData("-Name ' ' -DayOfWeek Monday -At 08:00 -Content 100", "Name: A name is needed.")]
    [InlineData("-Name x -DayOfWeek Monday -At 08:00 -Content @()", "Content: At least one content is needed.")]
    [InlineData("-Name x -DayOfMonth 0 -At 08:00 -Content 100", "DayOfMonth: 0 is not a day of a month")]
    [InlineData("-Name x -DayOfWeek Monday -At 08:00 -Content 100 -Recipient ''", "Recipient: '' is not an e-mail address.")]
    public async Task Each_violation_is_named_with_its_parameter(string parameters, string violation)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync($"$ids | New-WfbssScheduledReport {parameters}", ("ids", place.Ids));

        Assert.Contains(violation, run.FailedWith("InvalidDefinition").ToString(), StringComparison.Ordinal);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Theory]
    [InlineData(31, 1)]
    [InlineData(29, 1)]
    [InlineData(28, 0)]
    public async Task A_day_that_shorter_months_lack_gives_one_warning(int day, int warnings)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            "$ids | New-WfbssScheduledReport -Name x -DayOfMonth $day -At 08:00 -Content 100 -Recipient soc@example.com", ("ids", place.Ids), ("day", day));

        Assert.Equal(25, run.Clean().Output.Count);
        Assert.Equal(warnings, run.Warnings.Count);
        Assert.All(run.Warnings, warning => Assert.Contains("shorter", warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weekly_and_monthly_exclude_each_other()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            "$ids | New-WfbssScheduledReport -Name x -DayOfMonth 1 -DayOfWeek Monday -At 08:00 -Content 100", ("ids", place.Ids));

        run.FailedWith("AmbiguousParameterSet");
        Assert.Equal(0, place.Server.Counters.Requests);
    }
}
