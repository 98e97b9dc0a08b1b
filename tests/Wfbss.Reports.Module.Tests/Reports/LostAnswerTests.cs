using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Reports;

/// <summary>Writes to reports whose answer never came.</summary>
public sealed class LostAnswerTests
{
    private const string Set = "Set-WfbssScheduledReport A -At 14:00";
    private const string Remove = "Remove-WfbssScheduledReport A -Force";
    private const string Sync = $"Sync-WfbssScheduledReport (New-WfbssReportDefinition A {Stock.Parameters} -Enabled $false)";

    public static TheoryData<string, string> CommandsAndFaults => new MatrixTheoryData<string, string>([Set, Remove, Sync], Lost.Keys);

    private static Dictionary<string, SandboxFault> Lost { get; } = new()
    {
        ["dropped"] = SandboxFault.DropAfterCommit,
        ["500"] = SandboxFault.InternalErrorAfterCommit,
        ["cut off"] = SandboxFault.Truncate,
    };

    [Theory]
    [MemberData(nameof(CommandsAndFaults))]
    public async Task What_was_carried_out_is_done_once_and_confirmed_by_reading_back(string command, string fault)
    {
        await using var place = await StartAsync();
        place.Server.Faults.Script(Lost[fault], times: 2, when: request => request.IsWrite);

        var run = await place.RunAsync($"$ids | {command}", ("ids", place.Ids));

        Assert.Equal(place.Ids, run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.All(run.Outcomes, outcome => Assert.Equal(("Done", true, 1, 1), (outcome.Status, outcome.ConfirmedByReadBack, outcome.Attempts, outcome.ReportId)));
        Assert.Equal((2, 15), (place.Writes.Count, place.Server.Counters.Commits));
        Assert.All(place.Server.State.Customers, customer => Assert.InRange(customer.Reports.Count(report => report.Name == "A"), 0, 1));
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    [InlineData(Sync)]
    public async Task What_was_not_carried_out_is_sent_again(string command)
    {
        await using var place = await StartAsync();
        foreach (var id in (string[])[place.Ids[0], place.Ids[14]])
        {
            place.Server.Faults.Script(SandboxFault.DropBeforeCommit, when: request => request.IsWrite && request.CustomerIds.Contains(Guid.Parse(id)));
        }

        var run = await place.RunAsync($"$ids | {command}", ("ids", place.Ids));

        Assert.All(run.Clean().Outcomes, outcome => Assert.Equal(("Done", false, 2), (outcome.Status, outcome.ConfirmedByReadBack, outcome.Attempts)));
        Assert.Equal(15, place.Server.Counters.Commits);
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    [InlineData(Sync)]
    public async Task What_nobody_can_tell_is_unknown_once_for_each_input(string command)
    {
        await using var place = await StartAsync();
        // The first two reads choose the reports; those that would tell what became of the writes fail.
        var reads = 0;
        place.Server.Faults.Script(SandboxFault.DropAfterCommit, times: 1_000, when: request => request.IsWrite);
        place.Server.Faults.Script(SandboxFault.InternalError, times: 1_000, when: request => !request.IsWrite && Interlocked.Increment(ref reads) > 2);

        var run = await place.RunAsync($"$ids | {command}", ("ids", place.Ids));

        Assert.Equal(place.Ids, run.Outcomes.Select(outcome => outcome.CustomerId));
        Assert.All(run.Outcomes, outcome => Assert.Equal("Unknown", outcome.Status));
        Assert.Equal(Enumerable.Repeat("Unknown", 15), run.Errors.Select(Invocation.IdOf));
        Assert.Equal(2, place.Writes.Count);
    }

    // Two calls, one of ten customers and one of five.
    private static async Task<Workplace> StartAsync()
    {
        var place = await Workplace.StartAsync(new SandboxOptions { Customers = 15, ReturnContents = true });
        place.GiveAll("A", "B");
        return place;
    }
}
