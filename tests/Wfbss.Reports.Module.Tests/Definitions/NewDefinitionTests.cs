using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Definitions;

public sealed class NewDefinitionTests
{
    private const string Common =
        "$skip = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters;";

    [Fact]
    public async Task It_has_the_settings_of_New_WfbssScheduledReport_set_by_set()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(Common + """
            $own = 'CustomerId', 'ThrottleLimit', 'MaxDuration', 'JournalPath', 'FailAtEnd', 'Session', 'SkipExisting'
            foreach ($command in 'New-WfbssReportDefinition', 'New-WfbssScheduledReport') {
                $sets = (Get-Command $command).ParameterSets | Where-Object Name -in Weekly, Monthly
                $lines = foreach ($set in $sets) {
                    $set.Parameters | Where-Object Name -notin ($skip + $own) |
                        ForEach-Object { "$($set.Name) $($_.Name) $($_.ParameterType) $($_.IsMandatory) $($_.Position)" }
                }
                [array]::Sort($lines)
                $lines -join "`n"
            }
            """);

        var texts = run.Clean().Output.Select(text => text.ToString()).ToArray();
        Assert.Contains("Monthly DayOfMonth int False", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[1], texts[0]);
    }

    [Fact]
    public async Task A_definition_makes_the_same_report_as_the_parameters_it_was_made_of()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync("""
            $settings = @{
                Name = 'Monthly'; DayOfMonth = 5; At = '08:00:30'; Content = 'VirusSummary', 101
                Recipient = 'soc@example.com'; GroupId = 1, 2; Enabled = $false
            }
            $definition = New-WfbssReportDefinition @settings
            $ids[0] | New-WfbssScheduledReport @settings
            $ids[1] | New-WfbssScheduledReport -Definition $definition
            """, ("ids", place.Ids));

        Assert.All(run.Clean().Outcomes, outcome => Assert.Equal("Done", outcome.Status));
        Assert.Equal(place.Creates[0].Body, place.Creates[1].Body);
        Assert.False(place.Server.State.Customers[0].Reports[0].Enabled);
    }

    [Fact]
    public async Task An_invalid_definition_is_not_made_and_all_that_is_wrong_is_said()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync("New-WfbssReportDefinition 'a:b' -DayOfMonth 32 -At 08:00 -Content @() -Recipient nobody");

        var message = run.FailedWith("InvalidDefinition").ToString();
        Assert.All(["The character :", "32 is not a day", "At least one content", "'nobody'"], part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_day_that_short_months_lack_gives_a_warning()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync("New-WfbssReportDefinition Monthly -DayOfMonth 31 -At 08:00 -Content VirusSummary");

        Assert.Contains("shorter", Assert.Single(run.Clean().Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_are_completed_as_in_New_WfbssScheduledReport()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync("""
            $line = 'New-WfbssReportDefinition -Content Virus'
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
            """);

        Assert.Equal("VirusSummary", run.Clean().Output[0].ToString());
    }
}
