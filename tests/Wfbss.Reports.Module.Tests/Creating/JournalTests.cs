using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class JournalTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Workplace _place = null!;

    private string Journal => _folder.File("run.jsonl");

    public async ValueTask InitializeAsync() => _place = await Workplace.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _place.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_second_run_with_the_same_journal_sends_nothing_and_gives_the_same()
    {
        var first = (await CreateAsync()).Clean();
        _place.Server.Counters.Reset();

        var second = (await CreateAsync()).Clean();

        Assert.Equal(0, _place.Server.Counters.Requests);
        Assert.Equal(_place.Ids, second.Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(Shortly(first), Shortly(second));
        Assert.All(second.Outcomes, outcome => Assert.Equal("Done", outcome.Status));
    }

    [Fact]
    public async Task A_second_run_tries_again_what_had_failed()
    {
        _place.Server.State.Answer(_place.Server.State.Customers[3].Id, "SpecError", times: 1);
        (await CreateAsync()).OneError("SpecError");
        _place.Server.Counters.Reset();

        var second = (await CreateAsync()).Clean();

        Assert.All(second.Outcomes, outcome => Assert.Equal("Done", outcome.Status));
        Assert.Equal(_place.Server.State.Customers[3].Id, Assert.Single(Assert.Single(_place.Creates).CustomerIds));
        Assert.All(_place.Server.State.Customers, customer => Assert.Single(customer.Reports));
    }

    [Fact]
    public async Task A_run_that_was_stopped_before_its_answers_came_is_taken_up_without_a_second_report()
    {
        var time = new HeldTime();
        await using var place = await Workplace.StartAsync(new SandboxOptions { TimeProvider = time });
        place.Server.Faults.Script(SandboxFault.DelayReply(HeldTime.AnyWait), times: 3, when: request => request.IsWrite);
        var running = place.Host.Start(
            $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -JournalPath $journal", ("ids", place.Ids), ("journal", Journal));
        await running.UntilAsync(time.HasBegunAsync(3));
        Assert.True((await running.StopAsync()).WasStopped);
        time.Open();

        var again = await place.CreateAsync(place.Ids, "-JournalPath $journal");

        Assert.Equal(place.Ids, again.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.All(again.Outcomes, outcome => Assert.True(outcome.ConfirmedByReadBack));
        Assert.All(place.Server.State.Customers, customer => Assert.Single(customer.Reports));
        Assert.Equal(3, place.Server.Counters.Writes);
    }

    [Fact]
    public async Task A_torn_last_line_is_cut_off_and_the_run_goes_on()
    {
        (await CreateAsync()).Clean();
        await File.AppendAllTextAsync(Journal, "{\"kind\":\"Outcome\",\"at\":\"2026-01-0");
        _place.Server.Counters.Reset();

        var again = await CreateAsync("-Verbose");

        Assert.All(again.Clean().Outcomes, outcome => Assert.Equal("Done", outcome.Status));
        Assert.Contains(again.Verbose, line => line.Contains("ends in the middle of a line", StringComparison.Ordinal));
        Assert.Equal(0, _place.Server.Counters.Requests);
        (await ShowAsync()).Clean();
    }

    [Fact]
    public async Task The_journal_of_another_definition_is_refused()
    {
        (await CreateAsync()).Clean();

        var run = await _place.RunAsync(
            "$ids | New-WfbssScheduledReport -Name Another -DayOfWeek Monday -At 08:00 -Content 100 -JournalPath $journal");

        AssertUnusable(run, "'Weekly security'", "'Another'");
    }

    [Fact]
    public async Task The_journal_of_another_service_is_refused()
    {
        (await CreateAsync()).Clean();
        await using var other = await Workplace.StartAsync();

        var run = await other.RunAsync(
            $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -JournalPath $journal", ("ids", _place.Ids), ("journal", Journal));

        AssertUnusable(run, _place.Server.BaseUri.ToString(), other.Server.BaseUri.ToString());
        Assert.Equal(0, other.Server.Counters.Requests);
    }

    [Theory]
    [InlineData("Dear diary,\n")]
    [InlineData("{\"kind\":\"Run\"}\n")]
    [InlineData("\n")]
    public async Task A_file_that_is_no_journal_is_refused_and_left_as_it_is(string text)
    {
        await File.WriteAllTextAsync(Journal, text);

        AssertUnusable(await CreateAsync(), "is not a journal");
        AssertUnusable(await ShowAsync(), "is not a journal");
        Assert.Equal(text, await File.ReadAllTextAsync(Journal));
        Assert.Equal(0, _place.Server.Counters.Requests);
    }

    [Fact]
    public async Task A_journal_that_was_changed_is_refused_with_the_line()
    {
        (await CreateAsync()).Clean();
        var lines = await File.ReadAllLinesAsync(Journal);
        lines[4] = lines[4].Replace("\"Done\"", "\"LimitError\"", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(Journal, lines);

        AssertUnusable(await CreateAsync(), "Line 5 of the journal", "was changed");
        AssertUnusable(await ShowAsync(), "Line 5 of the journal");
    }

    [Fact]
    public async Task A_journal_from_which_a_line_was_taken_is_refused()
    {
        (await CreateAsync()).Clean();
        var lines = await File.ReadAllLinesAsync(Journal);
        await File.WriteAllLinesAsync(Journal, [.. lines[..2], .. lines[3..]]);

        AssertUnusable(await CreateAsync(), "Line 3 of the journal");
    }

    [Fact]
    public async Task A_journal_that_another_run_is_using_is_refused()
    {
        var time = new HeldTime();
        await using var busy = await Workplace.StartAsync(time);
        var running = busy.Host.Start(
            $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -JournalPath $journal", ("ids", busy.Ids), ("journal", Journal));
        await running.UntilAsync(time.HasBegunAsync(1));

        var error = (await CreateAsync()).FailedWith("JournalInUse");

        Assert.Equal(ErrorCategory.ResourceBusy, error.CategoryInfo.Category);
        Assert.Contains(Journal, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _place.Server.Counters.Requests);
        time.Open();
        (await running.Completion).Clean();
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_is_refused()
    {
        var run = await _place.CreateAsync(_place.Ids, $"-JournalPath '{_folder.File("no such folder/run.jsonl")}'");

        AssertUnusable(run, "no such folder");
        Assert.Equal(0, _place.Server.Counters.Requests);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_the_reason_and_nobody_is_to_be_waited_for()
    {
        var run = await _place.CreateAsync(_place.Ids, $"-JournalPath '{_folder.File(new string('x', 300))}'");

        AssertUnusable(run, "too long");
        Assert.DoesNotContain("Wait", run.Failure!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _place.Server.Counters.Requests);
    }

    [Fact]
    public async Task A_relative_path_starts_where_the_script_is()
    {
        (await _place.RunAsync(
            $"Set-Location -LiteralPath $folder; $ids | New-WfbssScheduledReport {Workplace.Weekly} -JournalPath here.jsonl",
            ("folder", _folder.Path),
            ("ids", _place.Ids))).Clean();

        Assert.True(File.Exists(_folder.File("here.jsonl")));
    }

    [Fact]
    public async Task The_journal_is_shown_as_objects()
    {
        _place.Server.State.Answer(_place.Server.State.Customers[3].Id, "SpecError", "report template spec error");
        await CreateAsync("-ThrottleLimit 1");

        var records = (await ShowAsync()).Clean().Output;

        string Text(PSObject record, string property) => $"{record.Properties[property].Value}";
        Assert.Equal("Run", Text(records[0], "Kind"));
        Assert.Equal("Weekly security", Text(records[0], "ReportName"));
        Assert.Equal(3, records.Count(record => Text(record, "Kind") == "Intent"));
        var outcomes = records.Where(record => Text(record, "Kind") == "Outcome").ToArray();
        Assert.Equal(25, outcomes.Length);
        Assert.Equal(24, outcomes.Count(record => Text(record, "Status") == "Done"));
        Assert.Contains(outcomes, record => Text(record, "Message") == "report template spec error");
        Assert.All(outcomes, record => Assert.True((DateTimeOffset)record.Properties["At"].Value > DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task The_journal_is_found_by_what_names_it()
    {
        (await CreateAsync()).Clean();

        Assert.All(
            [
                await _place.RunAsync("$journal | Get-WfbssJournal"),
                await _place.RunAsync("Get-WfbssJournal -Path $journal"),
                await _place.RunAsync("[System.IO.FileInfo]$journal | Get-WfbssJournal"),
            ],
            run => Assert.Equal(30, run.Clean().Output.Count));
        AssertUnusable(await _place.RunAsync("Get-WfbssJournal \"$journal.nowhere\""), "no journal");
    }

    private Task<Invocation> CreateAsync(string parameters = "") => _place.RunAsync(
        $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -JournalPath $journal {parameters}",
        ("ids", _place.Ids),
        ("journal", Journal));

    private Task<Invocation> ShowAsync() => _place.RunAsync("Get-WfbssJournal $journal", ("journal", Journal));

    private static void AssertUnusable(Invocation run, params string[] parts)
    {
        var error = run.FailedWith("JournalUnusable");
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.All(parts, part => Assert.Contains(part, error.ToString(), StringComparison.Ordinal));
    }

    private static IEnumerable<(string Id, int? ReportId)> Shortly(Invocation run) =>
        run.Outcomes.Select(outcome => (outcome.CustomerId, outcome.ReportId));
}
