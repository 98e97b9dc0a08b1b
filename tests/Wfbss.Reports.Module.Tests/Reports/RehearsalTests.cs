using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Reports;

/// <summary>-WhatIf against a service that takes offence at every write.</summary>
public sealed class RehearsalTests
{
    private const string Definition = $"(New-WfbssReportDefinition Weekly {Stock.Parameters} -Enabled $false)";

    [Theory]
    [InlineData($"New-WfbssScheduledReport {Workplace.Weekly}", "Weekly security")]
    [InlineData($"New-WfbssScheduledReport {Workplace.Weekly} -SkipExisting", "Weekly security")]
    [InlineData("Set-WfbssScheduledReport Weekly -At 14:00", "At: 08:00:00, not 14:00:00")]
    [InlineData($"Set-WfbssScheduledReport -Definition {Definition}", "Enabled: True, not False")]
    [InlineData("Remove-WfbssScheduledReport Weekly", "Remove report 2 'Weekly'")]
    [InlineData("Remove-WfbssScheduledReport * -Force", "Remove report 2 'Weekly'")]
    [InlineData("Get-WfbssScheduledReport | Remove-WfbssScheduledReport -Force -Confirm:$false", "Remove report 1 'Other'")]
    [InlineData($"Sync-WfbssScheduledReport {Definition}", "replace report 2 'Weekly'")]
    [InlineData($"Sync-WfbssScheduledReport {Definition} -RemoveUnmanaged -RemoveDuplicate -Force", "remove report 1 'Other'")]
    [InlineData($"Sync-WfbssScheduledReport (New-WfbssReportDefinition New {Stock.Parameters})", "create 'New'")]
    public async Task A_rehearsal_only_reads_and_says_for_each_customer_what_would_be_done(string command, string what)
    {
        await using var place = await StartAsync();

        var given = await place.RunAsync($"Get-WfbssCustomer | {command} -WhatIf");
        var text = place.Host.Screen.Text;
        var preferred = await place.RunAsync($"$WhatIfPreference = $true; Get-WfbssCustomer | {command}");

        Assert.All([given, preferred], run => Assert.Empty(run.Clean().Output));
        Assert.Equal((0, 0, 0), (place.Server.Counters.Writes, place.Server.Counters.RefusedWrites, place.Server.Counters.Commits));
        Assert.Equal(text + text, place.Host.Screen.Text);
        Assert.Contains(what, text, StringComparison.Ordinal);
        Assert.All(
            place.Server.State.Customers,
            customer => Assert.Contains(customer.Name, text, StringComparison.Ordinal));
        Assert.Empty(place.Host.Screen.Questions);
    }

    [Theory]
    [InlineData($"New-WfbssScheduledReport {Workplace.Weekly}")]
    [InlineData("Set-WfbssScheduledReport Weekly -At 14:00")]
    [InlineData("Remove-WfbssScheduledReport Weekly -Force")]
    [InlineData($"Sync-WfbssScheduledReport {Definition}")]
    public async Task The_same_without_WhatIf_writes_which_shows_that_this_service_would_have_noticed(string command)
    {
        await using var place = await StartAsync();

        var run = await place.RunAsync($"Get-WfbssCustomer | {command} -ErrorAction SilentlyContinue");

        Assert.All(run.Outcomes, outcome => Assert.Equal("NotDone", outcome.Status));
        Assert.True(place.Server.Counters.RefusedWrites > 0);
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_in_a_rehearsal_too()
    {
        await using var place = await StartAsync();

        var run = await place.RunAsync("$ids | Set-WfbssScheduledReport None -At 14:00 -WhatIf", ("ids", place.Ids));

        Assert.All(run.Outcomes, outcome => Assert.Equal("NotFound", outcome.Status));
        Assert.Equal(3, run.Outcomes.Count);
    }

    private static async Task<Workplace> StartAsync()
    {
        var place = await Workplace.StartAsync(new SandboxOptions { Customers = 3, ReadOnly = true, ReturnContents = true });
        place.GiveAll("Other", "Weekly");
        return place;
    }
}
