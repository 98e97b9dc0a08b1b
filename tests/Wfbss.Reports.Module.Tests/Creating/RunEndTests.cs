using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class RunEndTests
{
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Refused_credentials_in_the_middle_stop_the_run_with_one_terminating_error(int status)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 50 });
        var turningPoint = place.Server.State.Customers[20].Id;
        place.Server.Faults.Script(
            status == 401 ? SandboxFault.Unauthorized : SandboxFault.Forbidden,
            when: request => request.CustomerIds.Contains(turningPoint));

        var run = await place.CreateAsync(place.Ids, "-ThrottleLimit 1");

        Assert.Equal(ErrorCategory.AuthenticationError, run.FailedWith("AccessDenied").CategoryInfo.Category);
        Assert.Contains($"HTTP {status}", run.Failure!.ToString(), StringComparison.Ordinal);
        Assert.Equal(place.Ids, run.Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(
            [.. Enumerable.Repeat("Done", 20), .. Enumerable.Repeat("Denied", 10), .. Enumerable.Repeat("NotAttempted", 20)],
            run.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(3, place.Server.Counters.Requests);
        Assert.Equal(30, run.Errors.Count);
    }

    [Fact]
    public async Task After_its_time_is_over_a_run_sends_nothing_more()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.CreateAsync(place.Ids, "-MaxDuration ([timespan]::FromTicks(1))");

        Assert.Equal(place.Ids, run.Outcomes.Select(outcome => outcome.CustomerId));
        Assert.All(run.Outcomes, outcome => Assert.Equal("NotAttempted", outcome.Status));
        Assert.Equal(0, place.Server.Counters.Requests);
        Assert.Null(run.Failure);
    }

    [Fact]
    public async Task Within_its_time_a_run_sends_everything()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.CreateAsync(place.Ids, "-MaxDuration 02:45:00");

        Assert.Equal(place.Ids, run.Clean().Outcomes.Where(outcome => outcome.Status == "Done").Select(outcome => outcome.CustomerId));
    }

    [Theory]
    [InlineData("00:00")]
    [InlineData("-01:00")]
    public async Task A_time_that_is_over_before_it_begins_is_refused(string duration)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.CreateAsync(place.Ids, $"-MaxDuration {duration}");

        Assert.Contains("-MaxDuration", run.FailedWith("InvalidValue").ToString(), StringComparison.Ordinal);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Customers_that_have_a_report_of_that_name_are_left_alone_when_asked()
    {
        await using var place = await Workplace.StartAsync();
        var customers = place.Server.State.Customers;
        place.Server.State.AddReport(customers[2].Id, new SandboxReport { Name = "Another" });
        place.Server.State.AddReport(customers[2].Id, new SandboxReport { Name = "Weekly security" });

        var run = await place.CreateAsync(place.Ids, "-SkipExisting");

        Assert.Equal(("Skipped", 2, true), (run.Clean().Outcomes[2].Status, run.Outcomes[2].ReportId!.Value, run.Outcomes[2].Succeeded));
        Assert.Equal(24, run.Outcomes.Count(outcome => outcome.Status == "Done"));
        Assert.Equal(2, customers[2].Reports.Count);
        Assert.DoesNotContain(place.Creates, request => request.CustomerIds.Contains(customers[2].Id));
    }

    [Fact]
    public async Task A_second_run_that_skips_what_exists_changes_nothing()
    {
        await using var place = await Workplace.StartAsync();
        (await place.CreateAsync(place.Ids)).Clean();

        var run = await place.CreateAsync(place.Ids, "-SkipExisting");

        Assert.All(run.Clean().Outcomes, outcome => Assert.Equal("Skipped", outcome.Status));
        Assert.Equal(3, place.Server.Counters.Writes);
    }

    [Fact]
    public async Task At_the_end_a_run_fails_when_asked_to_and_any_customer_failed()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.State.Answer(place.Server.State.Customers[0].Id, "SpecError");

        var run = await place.CreateAsync(place.Ids, "-FailAtEnd");

        var error = run.FailedWith("SomeCustomersFailed");
        Assert.Matches(@"^25 customers in [\d.]+ s: 24 Done, 1 SpecError\. 1 of 25 failed", error.ToString());
        Assert.Equal(ErrorCategory.OperationStopped, error.CategoryInfo.Category);
        Assert.Equal(25, run.Outcomes.Count);
        Assert.Equal("SpecError", Invocation.IdOf(Assert.Single(run.Errors)));
    }

    [Fact]
    public async Task At_the_end_a_run_without_failures_does_not_fail()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.CreateAsync(place.Ids, "-FailAtEnd");

        Assert.Equal(place.Ids, run.Clean().Outcomes.Where(outcome => outcome.Succeeded).Select(outcome => outcome.CustomerId));
    }

    [Fact]
    public async Task One_line_of_verbose_sums_it_up()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { FullCustomers = 1 });

        var run = await place.CreateAsync([.. place.Ids, Guid.NewGuid().ToString()], "-Verbose");

        var summary = Assert.Single(run.Verbose, line => line.StartsWith("26 customers in ", StringComparison.Ordinal));
        Assert.EndsWith("24 Done, 1 LimitError, 1 NotReturned.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_shown_at_most_four_times_a_second_and_closed_at_the_end()
    {
        await using var place = await Workplace.StartAsync(
            new SandboxOptions { Customers = 200, Latency = TimeSpan.FromMilliseconds(75) });

        var run = await place.CreateAsync(place.Ids, "-ThrottleLimit 1");

        Assert.Equal(200, run.Clean().Output.Count);
        Assert.InRange(run.Progress.Count, 2, (int)(run.Elapsed.TotalSeconds * 4) + 2);
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
        Assert.All(run.Progress.SkipLast(1), record =>
        {
            Assert.Equal(ProgressRecordType.Processing, record.RecordType);
            Assert.Matches(@"^\d+ customers, 0 failed, [\d.]+ per second$", record.StatusDescription);
        });
    }

    [Fact]
    public async Task Progress_of_a_known_number_says_how_much_is_left()
    {
        await using var place = await Workplace.StartAsync(
            new SandboxOptions { Customers = 200, Latency = TimeSpan.FromMilliseconds(75) });

        var run = await place.RunAsync(
            $"New-WfbssScheduledReport {Workplace.Weekly} -CustomerId $ids -ThrottleLimit 1", ("ids", place.Ids));

        var record = run.Clean().Progress[0];
        Assert.Contains(" of 200 customers", record.StatusDescription, StringComparison.Ordinal);
        Assert.InRange(record.PercentComplete, 1, 99);
        Assert.True(record.SecondsRemaining >= 0);
    }

    [Fact]
    public async Task Progress_is_closed_when_the_run_is_ended_early()
    {
        var options = new SandboxOptions { Customers = 200, Latency = TimeSpan.FromMilliseconds(75) };
        await using var place = await Workplace.StartAsync(options);
        var turningPoint = place.Server.State.Customers[180].Id;
        place.Server.Faults.Script(SandboxFault.Unauthorized, when: request => request.CustomerIds.Contains(turningPoint));

        var run = await place.CreateAsync(place.Ids, "-ThrottleLimit 1");

        run.FailedWith("AccessDenied");
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }
}
