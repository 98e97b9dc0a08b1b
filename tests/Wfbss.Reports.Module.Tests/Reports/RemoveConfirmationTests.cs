using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Reports;

/// <summary>Nothing is removed that nobody agreed to.</summary>
public sealed class RemoveConfirmationTests
{
    private static readonly SandboxOptions Three = new() { Customers = 3 };

    [Fact]
    public async Task Removing_asks_and_the_question_names_customer_and_report()
    {
        await using var place = await StartAsync("N", "Y", "N");

        var run = await place.RunAsync("Get-WfbssCustomer | Remove-WfbssScheduledReport Weekly");

        Assert.Equal(["NotAttempted", "Done", "NotAttempted"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Empty(run.Errors);
        Assert.Equal(["Other, Weekly", "Other", "Other, Weekly"], place.NamesByCustomer());
        Assert.Equal(3, place.Host.Screen.Questions.Count);
        foreach (var (customer, question) in place.Server.State.Customers.Zip(place.Host.Screen.Questions))
        {
            Assert.Contains($"Remove report 2 'Weekly' of {customer.Name} ({customer.Id.ToString().ToUpperInvariant()})", question, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_question_about_a_bare_id_names_the_id()
    {
        await using var place = await StartAsync("N");

        await place.RunAsync("$id | Remove-WfbssScheduledReport Weekly", ("id", place.Ids[0]));

        Assert.Contains($"report 2 'Weekly' of customer ({place.Ids[0]})", Assert.Single(place.Host.Screen.Questions), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A", "Done", 3)]
    [InlineData("l", "NotAttempted", 0)]
    public async Task An_answer_to_all_is_asked_for_once(string answer, string status, int removed)
    {
        await using var place = await StartAsync(answer);

        var run = await place.RunAsync("$ids | Remove-WfbssScheduledReport Weekly", ("ids", place.Ids));

        Assert.Equal([status, status, status], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Single(place.Host.Screen.Questions);
        Assert.Equal(removed, place.Server.Counters.Commits);
    }

    [Theory]
    [InlineData("-Force")]
    [InlineData("-Confirm:$false")]
    [InlineData("-Force -Confirm:$false")]
    public async Task Nobody_is_asked_who_has_said_so(string parameters)
    {
        await using var place = await StartAsync();

        var run = await place.RunAsync($"$ids | Remove-WfbssScheduledReport Weekly {parameters}", ("ids", place.Ids));

        Assert.All(run.Clean().Outcomes, outcome => Assert.Equal("Done", outcome.Status));
        Assert.Empty(place.Host.Screen.Questions);
        Assert.Equal(["Other", "Other", "Other"], place.NamesByCustomer());
    }

    [Fact]
    public async Task A_preference_that_asks_nobody_counts_too()
    {
        await using var place = await StartAsync();

        var run = await place.RunAsync("$ConfirmPreference = 'None'; $ids | Remove-WfbssScheduledReport Weekly", ("ids", place.Ids));

        Assert.Equal(3, run.Clean().Outcomes.Count(outcome => outcome.Status == "Done"));
        Assert.Empty(place.Host.Screen.Questions);
    }

    [Fact]
    public async Task Confirm_that_is_asked_for_outweighs_Force()
    {
        await using var place = await StartAsync("N", "N", "N");

        await place.RunAsync("$ids | Remove-WfbssScheduledReport Weekly -Force -Confirm", ("ids", place.Ids));

        Assert.Equal(3, place.Host.Screen.Questions.Count);
        Assert.Empty(place.Writes);
    }

    private static async Task<Workplace> StartAsync(params string[] answers)
    {
        var place = await Workplace.StartAsync(Three);
        place.GiveAll("Other", "Weekly");
        foreach (var answer in answers)
        {
            place.Host.Screen.Answers.Enqueue(answer);
        }

        return place;
    }
}
