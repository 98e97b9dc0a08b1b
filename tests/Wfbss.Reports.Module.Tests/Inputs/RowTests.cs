using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Inputs;

/// <summary>Each customer's own settings: from script blocks, and from the columns of people's rows.</summary>
public sealed class RowTests
{
    private const string Weekly = "-Name Weekly -DayOfWeek Monday -At 08:00 -Content VirusSummary";

    [Fact]
    public async Task Forty_rows_with_recipients_of_their_own_and_three_that_are_wrong()
    {
        using var folder = new TemporaryFolder();
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 40 });
        var rows = place.Ids.Select((id, at) => at switch
        {
            4 => $"{id},not an address,",
            17 => $"{id},c17@example.com,Someday",
            39 => "no-id,c39@example.com,",
            _ => $"{id},c{at}@example.com; soc@example.com,",
        });
        await File.WriteAllLinesAsync(folder.File("customers.csv"), ["CustomerId,Recipient,DayOfWeek", .. rows], TestContext.Current.CancellationToken);

        var run = await place.RunAsync(
            "Import-Csv $file | New-WfbssScheduledReport -Name Weekly -At 08:00 -Content VirusSummary -DayOfWeek { if ($_.DayOfWeek) { $_.DayOfWeek } else { 'Friday' } }",
            ("file", folder.File("customers.csv")));

        Assert.Equal(40, run.Outcomes.Count);
        Assert.Equal(37, run.Outcomes.Count(outcome => outcome.Status == "Done"));
        Assert.All(Enumerable.Range(0, 39).Except([4, 17]), at => Assert.Equal(
            [$"c{at}@example.com", "soc@example.com"], Assert.Single(place.ReportsOf(at)).Addresses));
        var errors = run.Errors.Select(error => error.ToString()).ToArray();
        Assert.Equal(3, errors.Length);
        Assert.Contains("row 5: column Recipient 'not an address'", errors[0], StringComparison.Ordinal);
        Assert.Contains("row 18: -DayOfWeek: 'Someday' is not a day of the week", errors[1], StringComparison.Ordinal);
        Assert.Contains("input 40, 'no-id'", errors[2], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_setting_may_come_from_the_row()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });

        var run = await place.RunAsync(
            """
            [pscustomobject]@{ CustomerId = $ids[0]; DayOfWeek = 'Tuesday'; At = '7:30'; Content = 'VirusSummary; 101'; Recipient = 'a@example.com'; GroupId = '1; 2'; Enabled = 'False' },
            @{ cid = $ids[1]; DayOfMonth = 5; At = '8 PM'; Content = 'VirusSummary'; Recipient = @('a@example.com', 'b@example.com') } |
                New-WfbssScheduledReport -Name Own
            """,
            ("ids", place.Ids));

        Assert.All(run.Clean().Outcomes, outcome => Assert.Equal("Done", outcome.Status));
        Assert.Empty(run.Warnings);
        Assert.Equivalent(
            new SandboxReport { Rtid = 1, Name = "Own", Type = 3, Weekday = 2, Time = 27_000, Contents = [100, 101], Addresses = ["a@example.com"], Email = true, GroupIds = [1, 2], Enabled = false },
            Assert.Single(place.ReportsOf(0)),
            strict: true);
        Assert.Equivalent(
            new SandboxReport { Rtid = 1, Name = "Own", Type = 4, MonthDay = 5, Time = 72_000, Contents = [100], Addresses = ["a@example.com", "b@example.com"], Email = true },
            Assert.Single(place.ReportsOf(1)),
            strict: true);
    }

    [Theory]
    [InlineData("-Recipient { 'soc@msp.example', $_.Contact }", "soc@msp.example,c@example.com")]
    [InlineData("-Recipient { $_.Contact }", "c@example.com")]
    [InlineData("-Recipient x@example.com", "x@example.com")]
    [InlineData("", "row@example.com")]
    public async Task The_command_line_goes_before_the_row(string parameter, string addresses)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });

        var run = await place.RunAsync(
            $"[pscustomobject]@{{ CustomerId = $id; Contact = 'c@example.com'; Recipient = 'row@example.com' }} | New-WfbssScheduledReport {Weekly} {parameter}",
            ("id", place.Ids[0]));

        Assert.Equal("Done", run.Clean().Outcomes.Single().Status);
        Assert.Equal(addresses, string.Join(',', Assert.Single(place.ReportsOf(0)).Addresses));
    }

    [Theory]
    [InlineData("Recipient", "{ }", "-Recipient: its script block { } gave nothing")]
    [InlineData("Recipient", "{ $_.Missing }", "gave nothing")]
    [InlineData("Recipient", "{ throw 'no such contact' }", "no such contact")]
    [InlineData("At", "{ 'noon' }", "'noon' is not a time of day")]
    [InlineData("DayOfWeek", "{ 'Monday', 'Tuesday' }", "is not one day of the week")]
    [InlineData("GroupId", "{ '1,5' }", "'1,5' is not a group ID")]
    [InlineData("Content", "{ 'VirusSumary' }", "'VirusSumary' is not a report content")]
    public async Task A_script_block_that_gives_no_value_is_the_mistake_of_that_input_alone(string setting, string script, string why)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });

        var run = await place.RunAsync(
            $$"""
            $settings = @{ DayOfWeek = 'Monday'; At = '8:00'; Content = 'VirusSummary'; Recipient = 'a@example.com'; GroupId = 1 }
            $good = $settings.{{setting}}
            $settings.{{setting}} = { if ($_.Good) { $good } else { & {{script}} } }
            $strict = $settings.Clone()
            $strict.{{setting}} = {{script}}
            [pscustomobject]@{ cid = $ids[0] }, [pscustomobject]@{ cid = $ids[1]; Good = $true } | New-WfbssScheduledReport -Name W @settings
            $ids[0] | New-WfbssScheduledReport -Name W @strict -FailAtEnd
            """,
            ("ids", place.Ids));

        Assert.Equal(["NotAttempted", "Done", "NotAttempted"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Contains(why, run.Outcomes[2].Message, StringComparison.Ordinal);
        run.FailedWith("SomeCustomersFailed");
    }

    [Fact]
    public async Task What_the_rows_lack_as_well_is_missing_and_said_so()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });

        var bare = await place.RunAsync("$ids | New-WfbssScheduledReport -Name W -Content 100", ("ids", place.Ids));
        var given = await place.RunAsync("New-WfbssScheduledReport -Name W -Content 100 -CustomerId $ids");
        var rows = await place.RunAsync(
            "[pscustomobject]@{ cid = $ids[0]; At = '' }, [pscustomobject]@{ cid = $ids[1]; At = '8:00' } | New-WfbssScheduledReport -Name W -Content 100 -DayOfWeek Monday");

        Assert.All([bare, given], run => Assert.Contains("-DayOfWeek or -DayOfMonth, -At are missing", run.FailedWith("InvalidDefinition").ToString(), StringComparison.Ordinal));
        Assert.Equal(["NotAttempted", "Done"], rows.Outcomes.Select(outcome => outcome.Status));
        Assert.Contains("row 1: -At is missing", rows.Outcomes[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_modules_own_objects_give_no_settings_and_its_groups_give_their_id()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });
        place.Give(0, Stock.Report("Old") with { Weekday = 5, Addresses = ["old@example.com"] });

        var ofReport = await place.RunAsync($"Get-WfbssScheduledReport -CustomerId $id | New-WfbssScheduledReport {Workplace.Weekly}", ("id", place.Ids[0]));
        var ofGroups = await place.RunAsync($"$ids[1] | Get-WfbssCustomerGroup | Select-Object -First 2 | New-WfbssScheduledReport {Workplace.Weekly}", ("ids", place.Ids));

        Assert.Equal("Done", ofReport.Clean().Outcomes.Single().Status);
        Assert.Equal((1, "soc@example.com"), (place.ReportsOf(0)[1].Weekday, place.ReportsOf(0)[1].Addresses.Single()));
        Assert.Equal("Done", ofGroups.Clean().Outcomes.Single().Status);
        Assert.Equal(2, Assert.Single(place.ReportsOf(1)).GroupIds.Count);
    }

    [Fact]
    public async Task A_customer_that_comes_again_with_other_settings_is_a_mistake_and_with_the_same_a_repeat()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });

        var run = await place.RunAsync(
            """
            [pscustomobject]@{ cid = $ids[0]; Recipient = 'a@example.com' }, [pscustomobject]@{ cid = $ids[0]; Recipient = 'b@example.com' },
            [pscustomobject]@{ cid = $ids[0]; Recipient = 'a@example.com' }, [pscustomobject]@{ cid = $ids[1]; Recipient = 'a@example.com' } |
                New-WfbssScheduledReport -Name W -DayOfWeek Monday -At 8 -Content 100
            """,
            ("ids", place.Ids));

        Assert.Equal(["Done", "NotAttempted", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Contains("input 2: the customer came before with other settings", run.Errors.Single().ToString(), StringComparison.Ordinal);
        Assert.Contains(run.Warnings, warning => warning.StartsWith("1 of 4 inputs were repeats", StringComparison.Ordinal));
        Assert.Equal(["a@example.com"], Assert.Single(place.ReportsOf(0)).Addresses);
    }

    [Fact]
    public async Task Columns_that_look_like_settings_and_nobody_to_mail_to_are_said_once()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            "$ids | ForEach-Object { [pscustomobject]@{ CustomerId = $_; Email = 'a@example.com'; At = '9:00' } } | New-WfbssScheduledReport -Name W -DayOfWeek Monday -At 8 -Content 100",
            ("ids", place.Ids));

        Assert.Equal(25, run.Clean().Outcomes.Count);
        Assert.Equal(3, run.Warnings.Count);
        Assert.Contains(run.Warnings, warning => warning.Contains("column Email is not used", StringComparison.Ordinal) && warning.Contains("-Recipient { $_.Email }", StringComparison.Ordinal));
        Assert.Contains(run.Warnings, warning => warning.Contains("column At is not used: -At", StringComparison.Ordinal));
        Assert.Contains(run.Warnings, warning => warning.Contains("goes to nobody", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$at % 40", "{ [int]$_.Recipient.Substring(1, 2) }", 500, 545)]
    [InlineData("$at % 40", "{ $random.Next() }", 500, 700)]
    [InlineData("$at", "CustomerId", 5_000, 5_000)]
    public async Task Customers_whose_settings_are_the_same_share_requests(string list, string order, int fewest, int most)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 5_000 });

        var run = await place.RunAsync(
            $$"""
            $random = [Random]::new(7)
            $rows = $(for ($at = 0; $at -lt $ids.Count; $at++) { [pscustomobject]@{ CustomerId = $ids[$at]; Recipient = 'a{0:00}@example.com' -f ({{list}}) } }) | Sort-Object {{order}}
            $results = $rows | New-WfbssScheduledReport -Name W -DayOfWeek Monday -At 8 -Content 100
            "$(@($results | Where-Object Succeeded).Count) $([Linq.Enumerable]::SequenceEqual([string[]]$rows.CustomerId, [string[]]$results.CustomerId))"
            """,
            ("ids", place.Ids));

        Assert.Equal("5000 True", Assert.Single(run.Clean().Output).ToString());
        Assert.InRange(place.Server.Counters.Writes, fewest, most);
        Assert.All(place.Server.State.Customers, customer => Assert.Single(customer.Reports));
        TestContext.Current.SendDiagnosticMessage($"{order}: {place.Server.Counters.Writes} requests");
    }

    [Fact]
    public async Task Set_takes_each_rows_own_settings_too()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 3 });
        place.GiveAll("Weekly");

        var run = await place.RunAsync(
            """
            [pscustomobject]@{ cid = $ids[0]; Recipient = 'a@example.com' }, [pscustomobject]@{ cid = $ids[1]; Recipient = 'nonsense' },
            [pscustomobject]@{ cid = $ids[2]; Recipient = 'c@example.com; d@example.com' } | Set-WfbssScheduledReport Weekly -At 9:00 -Content 100
            """,
            ("ids", place.Ids));

        Assert.Equal(["Done", "NotAttempted", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Contains("row 2: column Recipient 'nonsense'", run.Errors.Single().ToString(), StringComparison.Ordinal);
        Assert.Equal(["a@example.com"], place.ReportsOf(0)[0].Addresses);
        Assert.Equal(["c@example.com", "d@example.com"], place.ReportsOf(2)[0].Addresses);
        Assert.Equal([32_400, 28_800, 32_400], Enumerable.Range(0, 3).Select(at => place.ReportsOf(at)[0].Time));
    }
}
