using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Inputs;

/// <summary>What has been through a file is what it was, and lists have a text in a CSV file.</summary>
public sealed class ThawedTests
{
    [Fact]
    public async Task Definitions_and_contents_bind_after_a_file()
    {
        using var folder = new TemporaryFolder();
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 3 });

        var run = await place.RunAsync(
            """
            $weekly = New-WfbssReportDefinition Weekly -DayOfWeek Tuesday -At 08:00:30 -Content VirusSummary, 101 -Recipient soc@example.com -GroupId 1, 2 -Enabled $false
            $monthly = New-WfbssReportDefinition Monthly -DayOfMonth 5 -At 9 -Content 700
            $weekly, $monthly | Export-Clixml $file
            $thawed = Import-Clixml $file
            New-WfbssReportContent VirusSummary, 200 | Export-Clixml $contents
            $ids[0] | New-WfbssScheduledReport -Definition $thawed
            $ids[1] | Sync-WfbssScheduledReport -Definition $thawed
            $ids[0], $ids[1] | Compare-WfbssScheduledReport -Definition $thawed
            $ids[2] | New-WfbssScheduledReport -Name C -DayOfWeek Monday -At 8 -Content (Import-Clixml $contents) -Recipient soc@example.com
            """,
            ("file", folder.File("definitions.xml")),
            ("contents", folder.File("contents.xml")),
            ("ids", place.Ids));

        run.Clean();
        Assert.Equal(Enumerable.Repeat("Done", 4), run.Output.Take(4).Select(result => result.Properties["Status"].Value));
        Assert.Equal(Enumerable.Repeat("Same", 4), run.Output.Skip(4).Take(4).Select(result => result.Properties["State"].Value));
        Assert.Equal([100, 200], Assert.Single(place.ReportsOf(2)).Contents);
        // Two reports of one customer are two requests, of which either may come first.
        var weekly = place.Server.State.Customers[0].Reports.Single(report => report.Name == "Weekly");
        Assert.Equivalent(
            new SandboxReport { Rtid = weekly.Rtid, Name = "Weekly", Type = 3, Weekday = 2, Time = 28_830, Contents = [100, 101], Addresses = ["soc@example.com"], Email = true, GroupIds = [1, 2], Enabled = false },
            weekly,
            strict: true);
    }

    [Fact]
    public async Task Lists_have_a_text_in_a_CSV_file()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1, ReturnContents = true });
        place.Give(0, Stock.Report("Weekly") with { Addresses = ["a@example.com", "b@example.com"], GroupIds = [1, 2] });

        var run = await place.RunAsync(
            $"""
            Get-WfbssScheduledReport | ConvertTo-Csv
            Compare-WfbssScheduledReport (New-WfbssReportDefinition Weekly {Stock.Parameters}) | ConvertTo-Csv
            """);

        var text = string.Join('\n', run.Clean().Output.Select(line => line.ToString()));
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TextList", text, StringComparison.Ordinal);
        Assert.Contains("\"a@example.com; b@example.com\"", text, StringComparison.Ordinal);
        Assert.Contains("\"1; 2\"", text, StringComparison.Ordinal);
        Assert.Contains("Recipients: a@example.com, b@example.com, not soc@example.com", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fi-FI")]
    public async Task A_journals_times_are_ISO_in_each_culture(string culture)
    {
        using var folder = new TemporaryFolder();
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });

        var run = await place.RunAsync(
            $$"""
            [cultureinfo]::CurrentCulture = $culture
            $id | New-WfbssScheduledReport {{Workplace.Weekly}} -JournalPath $journal | Out-Null
            Get-WfbssJournal $journal | Out-String -Width 120
            """,
            ("id", place.Ids[0]),
            ("journal", folder.File("run.journal")),
            ("culture", culture));

        Assert.Matches(@"20\d\d-\d\d-\d\d \d\d:\d\d:\d\dZ", run.Clean().Output.Single().ToString());
    }
}
