using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class ShouldProcessTests
{
    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-WhatIf -Confirm")]
    [InlineData("-WhatIf -SkipExisting -FailAtEnd")]
    public async Task A_rehearsal_sends_nothing_and_says_what_it_would_send(string parameters)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 13, ReadOnly = true });

        var run = await place.RunAsync(
            $"Get-WfbssCustomer | New-WfbssScheduledReport -Name 'Weekly 【週報】' -DayOfWeek Monday -At 08:00 -Content 100 -Recipient soc@example.com {parameters}");

        Assert.Empty(run.Clean().Output);
        Assert.Equal((0, 1), (place.Server.Counters.RefusedWrites, place.Server.Counters.Requests));
        var batches = place.Host.Screen.Text.Split("What if:", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, batches.Length);
        Assert.Contains("for 10 customers", batches[0], StringComparison.Ordinal);
        Assert.Contains("for 3 customers", batches[1], StringComparison.Ordinal);
        string[] names = [.. place.Server.State.Customers.Select(customer => customer.Name)];
        var report = "Create 'Weekly 【週報】' (Monday 08:00, Virus Summary, to soc@example.com)";
        Assert.Contains($"{report} for 10 customers: {string.Join(", ", names[..3])} and 7 more.", batches[0], StringComparison.Ordinal);
        Assert.Contains($"{report} for 3 customers: {string.Join(", ", names[10..])}.", batches[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preference_variable_makes_a_rehearsal_too_and_no_journal()
    {
        using var folder = new TemporaryFolder();
        await using var place = await Workplace.StartAsync(new SandboxOptions { ReadOnly = true });
        var journal = folder.File("run.jsonl");

        var preferred = await place.RunAsync(
            $"$WhatIfPreference = $true; $ids | New-WfbssScheduledReport {Workplace.Weekly} -JournalPath $journal",
            ("ids", place.Ids),
            ("journal", journal));
        var text = place.Host.Screen.Text;
        var given = await place.CreateAsync(place.Ids, "-WhatIf -JournalPath $journal");

        Assert.All([preferred, given], run => Assert.Empty(run.Clean().Output));
        Assert.Contains("What if:", text, StringComparison.Ordinal);
        Assert.Equal(text + text, place.Host.Screen.Text);
        Assert.Equal(0, place.Server.Counters.Requests);
        Assert.False(File.Exists(journal));
    }

    [Fact]
    public async Task A_rehearsal_checks_the_definition()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            "$ids | New-WfbssScheduledReport -Name 'a|b' -DayOfWeek Monday -At 08:00 -Content 100 -WhatIf", ("ids", place.Ids));

        run.FailedWith("InvalidDefinition");
    }

    [Fact]
    public async Task A_batch_that_is_declined_comes_out_as_not_attempted()
    {
        await using var place = await Workplace.StartAsync();
        foreach (var answer in (string[])["Y", "N", "Y"])
        {
            place.Host.Screen.Answers.Enqueue(answer);
        }

        var run = await place.CreateAsync(place.Ids, "-Confirm -ThrottleLimit 1");

        Assert.Equal(place.Ids, run.Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal([.. Enumerable.Repeat("Done", 10), .. Enumerable.Repeat("NotAttempted", 10), .. Enumerable.Repeat("Done", 5)],
            run.Outcomes.Select(outcome => outcome.Status));
        Assert.All(run.Outcomes.Where(outcome => !outcome.Succeeded), outcome =>
        {
            Assert.Contains("declined", outcome.Message, StringComparison.Ordinal);
            Assert.Equal(0, outcome.Attempts);
        });
        Assert.Empty(run.Errors);
        Assert.Equal(15, place.Server.Counters.Commits);
    }

    [Fact]
    public async Task A_question_says_in_words_what_would_be_done_and_for_whom()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });
        place.Host.Screen.Answers.Enqueue("N");

        await place.CreateAsync(place.Ids, "-Confirm");

        var question = Assert.Single(place.Host.Screen.Questions);
        Assert.All([.. place.Ids, "Monday 08:00, Virus Summary, to soc@example.com", "for 2 customers"], part => Assert.Contains(part, question, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A", 25)]
    [InlineData("l", 0)]
    public async Task An_answer_to_all_is_asked_for_once(string answer, int created)
    {
        await using var place = await Workplace.StartAsync();
        place.Host.Screen.Answers.Enqueue(answer);

        var run = await place.CreateAsync(place.Ids, "-Confirm");

        Assert.Equal(25, run.Outcomes.Count);
        Assert.Single(place.Host.Screen.Questions);
        Assert.Equal(created, place.Server.Counters.Commits);
    }

    [Fact]
    public async Task Creating_asks_nobody_unless_told_to()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.CreateAsync(place.Ids);

        Assert.Equal(place.Ids.Length, run.Clean().Outcomes.Count(outcome => outcome.Status == "Done"));
        Assert.Empty(place.Host.Screen.Questions);
    }
}
