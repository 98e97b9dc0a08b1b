using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Syncing;

/// <summary>What a sync removes, and whom it asks.</summary>
public sealed class SyncRemovalTests
{
    private const string A = $"(New-WfbssReportDefinition A {Stock.Parameters})";
    private static readonly SandboxReport Drifted = Stock.Report("A") with { Time = Stock.TwoOClock };

    [Fact]
    public async Task Unless_told_to_it_removes_nothing_asks_nobody_and_warns_of_duplicates()
    {
        await using var place = await StartAsync();

        var run = await place.RunAsync($"$ids | Sync-WfbssScheduledReport {A}", ("ids", place.Ids));

        Assert.Equal(["None", "Replaced", "Created"], run.Clean().Column("Action").Select(action => action!.ToString()));
        Assert.Equal(["A, Own, A", "A, A", "Own, A"], place.NamesByCustomer());
        Assert.Contains("several reports of one name in 2 cases", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Contains("1, 3", run.Outcomes[0].Message, StringComparison.Ordinal);
        Assert.Empty(place.Host.Screen.Questions);
    }

    [Fact]
    public async Task Of_duplicates_it_keeps_one_that_is_right_otherwise_the_first_set_right()
    {
        await using var place = await StartAsync();

        var run = await place.RunAsync($"$ids | Sync-WfbssScheduledReport {A} -RemoveDuplicate -Force", ("ids", place.Ids));

        Assert.Equal(
            [("None", 3), ("Removed", 1), ("Replaced", 1), ("Removed", 2), ("Created", 2)],
            run.Clean().Output.Select(result => (result.Properties["Action"].Value.ToString(), (int)result.Properties["ReportId"].Value)));
        Assert.Equal(["Own, A", "A", "Own, A"], place.NamesByCustomer());
        Assert.All(
            place.Server.State.Customers,
            customer => Assert.Equal(Stock.EightOClock, Assert.Single(customer.Reports, report => report.Name == "A").Time));
    }

    [Theory]
    [InlineData("SpecError")]
    [InlineData("Exception")]
    public async Task Duplicates_stay_where_the_one_that_is_to_stay_cannot_be_set_right(string result)
    {
        await using var place = await StartAsync();
        place.Server.State.Answer(place.Server.State.Customers[1].Id, result, times: 1);

        var run = await place.RunAsync($"$id | Sync-WfbssScheduledReport {A} -RemoveDuplicate -Force -ErrorAction SilentlyContinue", ("id", place.Ids[1]));

        Assert.Equal([result, "NotAttempted"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal("A, A", place.NamesByCustomer()[1]);
        Assert.Single(place.Writes);
    }

    [Fact]
    public async Task What_no_definition_names_goes_and_makes_room_for_what_is_missing()
    {
        await using var place = await StartAsync();
        place.Server.State.ClearReports();
        place.Give(0, [.. Enumerable.Range(1, 10).Select(number => $"Own {number}")]);
        place.Give(1, "a", "A");

        var run = await place.RunAsync($"$ids | Sync-WfbssScheduledReport {A} -RemoveUnmanaged -Confirm:$false", ("ids", place.Ids));

        Assert.Equal(14, run.Clean().Output.Count);
        Assert.Equal(["A", "A", "A"], place.NamesByCustomer());
        Assert.Empty(place.Host.Screen.Questions);
    }

    [Fact]
    public async Task A_customer_whose_reports_cannot_be_read_loses_none()
    {
        await using var place = await StartAsync();
        place.Server.Faults.Script(SandboxFault.InternalError, times: 1_000, when: request => !request.IsWrite);

        var run = await place.RunAsync(
            $"$ids | Sync-WfbssScheduledReport {A} -RemoveUnmanaged -RemoveDuplicate -Force -ErrorAction SilentlyContinue", ("ids", place.Ids));

        Assert.All(run.Outcomes, outcome => Assert.Equal("NotAttempted", outcome.Status));
        Assert.Equal(3, run.Outcomes.Count);
        Assert.Empty(place.Writes);
    }

    [Fact]
    public async Task A_rehearsal_tells_of_duplicates_that_go_only_when_another_has_been_set_right()
    {
        await using var place = await StartAsync();

        var run = await place.RunAsync($"$ids | Sync-WfbssScheduledReport {A} -RemoveDuplicate -WhatIf", ("ids", place.Ids));

        Assert.Contains(
            "replace report 1 'A' (At: 14:00:00, not 08:00:00), remove report 2 'A' (report 1 has the same name).",
            place.Host.Screen.Text,
            StringComparison.Ordinal);
        // The first has one that is right, which comes out as such.
        Assert.Equal([("None", "Done")], run.Clean().Outcomes.Zip(run.Column("Action")).Select(pair => (pair.Second!.ToString(), pair.First.Status)));
        Assert.Empty(place.Writes);
    }

    [Fact]
    public async Task Removing_asks_for_each_customer_that_would_lose_a_report_and_names_both()
    {
        await using var place = await StartAsync("N", "Y");

        var run = await place.RunAsync($"Get-WfbssCustomer | Sync-WfbssScheduledReport {A} -RemoveDuplicate -ErrorAction SilentlyContinue");

        // The first was declined, the second agreed to; the third loses nothing, so nobody asks.
        Assert.Equal(
            ["Done", "NotAttempted", "Done", "Done", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(["A, Own, A", "A", "Own, A"], place.NamesByCustomer());
        var customers = place.Server.State.Customers;
        Assert.Equal(2, place.Host.Screen.Questions.Count);
        Assert.StartsWith($"{customers[0].Name} ({place.Ids[0]}): remove report 1 'A' (report 3 has the same name).", place.Host.Screen.Questions[0], StringComparison.Ordinal);
        Assert.Contains("replace report 1 'A' (At: 14:00:00, not 08:00:00), remove report 2 'A'", place.Host.Screen.Questions[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A", 1, "Own, A")]
    [InlineData("l", 1, "A, Own, A")]
    public async Task An_answer_to_all_is_asked_for_once(string answer, int questions, string names)
    {
        await using var place = await StartAsync(answer);

        await place.RunAsync($"$ids | Sync-WfbssScheduledReport {A} -RemoveDuplicate -ErrorAction SilentlyContinue", ("ids", place.Ids));

        Assert.Equal(questions, place.Host.Screen.Questions.Count);
        Assert.Equal(names, place.NamesByCustomer()[0]);
    }

    [Theory]
    [InlineData("-RemoveDuplicate -Confirm")]
    [InlineData("-RemoveDuplicate -Force -Confirm")]
    [InlineData("-Confirm")]
    public async Task Confirm_asks_once_for_each_customer_with_changes(string parameters)
    {
        await using var place = await StartAsync("Y", "Y", "Y");

        await place.RunAsync($"$ids | Sync-WfbssScheduledReport {A} {parameters}", ("ids", place.Ids));

        // Without removing, the first customer has nothing to change.
        Assert.Equal(parameters == "-Confirm" ? 2 : 3, place.Host.Screen.Questions.Count);
    }

    /// <summary>Three customers: one with a duplicate that is right and one that is not, one with two that are not, one without.</summary>
    private static async Task<Workplace> StartAsync(params string[] answers)
    {
        var place = await Workplace.StartAsync(new SandboxOptions { Customers = 3 });
        place.Give(0, Drifted);
        place.Give(0, "Own", "A");
        place.Give(1, Drifted);
        place.Give(1, Drifted);
        place.Give(2, "Own");
        foreach (var answer in answers)
        {
            place.Host.Screen.Answers.Enqueue(answer);
        }

        return place;
    }
}
