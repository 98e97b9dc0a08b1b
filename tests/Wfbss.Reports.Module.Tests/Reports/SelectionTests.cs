using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Reports;

/// <summary>Which reports Set and Remove take, and what comes out for what they do not find.</summary>
public sealed class SelectionTests
{
    private const string Set = "Set-WfbssScheduledReport -At 14:00";
    private const string Remove = "Remove-WfbssScheduledReport -Force";
    private const string Nobody = "00000000-0000-0000-0000-00000000ABCD";
    private static readonly SandboxOptions Open = new() { Customers = 3, ReturnContents = true };

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task The_same_id_is_a_different_report_for_each_customer(string command)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, "A", "B");
        place.Give(1, "C", "D");
        place.Give(2, "E");

        var run = await place.RunAsync($"$ids | {command} -ReportId 2", ("ids", place.Ids));

        Assert.Equal(
            [("B", 2, "Done"), ("D", 2, "Done"), ("", 2, "NotFound")],
            run.Outcomes.Select(outcome => (outcome.ReportName, outcome.ReportId ?? 0, outcome.Status)));
        Assert.Equal(place.Ids[2], run.OneError("NotFound").TargetObject);
        Assert.StartsWith($"{place.Ids[2]}: the customer has no report 2 (NotFound, report 2).", run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["A", "C", "E"], Untouched(place));
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task A_name_means_every_report_of_that_name_and_each_has_its_outcome(string command)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, "Weekly", "Other", "weekly", "Weekly two");
        place.Give(1, "Weekly");
        place.Give(2, "Weekly two");

        var run = await place.RunAsync($"$ids | {command} -Name WEEKLY", ("ids", place.Ids));

        Assert.Equal(
            [("Weekly", 1, "Done"), ("weekly", 3, "Done"), ("Weekly", 1, "Done"), ("WEEKLY", 0, "NotFound")],
            run.Outcomes.Select(outcome => (outcome.ReportName, outcome.ReportId ?? 0, outcome.Status)));
        Assert.Equal(place.Ids[2], run.OneError("NotFound").TargetObject);
        Assert.Equal(["Other", "Weekly two", "Weekly two"], Untouched(place));
        // By id, so that a name that the service compares in another way hits nothing else.
        Assert.All(place.Writes, request => Assert.Null(request.ReportName));
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task Of_several_names_each_that_no_report_has_is_an_outcome_but_a_pattern_is_not(string command)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, "A", "B");

        var run = await place.RunAsync($"$id | {command} -Name A, none, 'x*', gone", ("id", place.Ids[0]));

        Assert.Equal(
            [("A", "Done"), ("none", "NotFound"), ("gone", "NotFound")],
            run.Outcomes.Select(outcome => (outcome.ReportName, outcome.Status)));
        Assert.Equal(["B"], Untouched(place));
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task An_id_with_a_name_means_that_report_only_if_it_is_called_so(string command)
    {
        await using var place = await Workplace.StartAsync(Open with { Customers = 2 });
        place.Give(0, "A", "B");
        place.Give(1, "B", "A");

        var run = await place.RunAsync($"$ids | {command} -ReportId 1 -Name 'a*'", ("ids", place.Ids));

        Assert.Equal([("Done", ""), ("NotFound", "its report 1 has another name")], run.Outcomes.Select(outcome => (outcome.Status, outcome.Message)));
        Assert.Equal(["B", "B", "A"], Untouched(place));
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task A_customer_alone_chooses_nothing(string command)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.GiveAll("A", "B");

        var run = await place.RunAsync($"Get-WfbssCustomer | {command}");

        Assert.Contains("give -Name ('*' for all) or -ReportId", run.FailedWith("NoReportChosen").ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Outcomes);
        Assert.Empty(place.Writes);
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task What_cannot_be_written_to_is_one_outcome_and_one_error_each_and_the_others_go_on(string command)
    {
        await using var place = await Workplace.StartAsync(Open with { Customers = 13 });
        place.GiveAll("A");
        place.Server.State.Expire(place.Server.State.Customers[1].Id);
        place.Server.State.Refuse(place.Server.State.Customers[5].Id, "Not yours");
        place.Server.State.Answer(place.Server.State.Customers[7].Id, "InternalError", "out of paper");
        string[] inputs = [.. place.Ids, Nobody, "not-an-id"];

        var run = await place.RunAsync($"$ids | {command} -Name A", ("ids", inputs));

        Assert.Equal(inputs, run.Outcomes.Select(outcome => outcome.CustomerId));
        string[] expected = [.. Enumerable.Repeat("Done", 13), "NotReturned", "InvalidId"];
        (expected[1], expected[5], expected[7]) = ("Refused", "Refused", "InternalError");
        Assert.Equal(expected, run.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(expected.Where(status => status != "Done"), run.Errors.Select(Invocation.IdOf));
        Assert.Equal(run.Outcomes.Where(outcome => !outcome.Succeeded).Select(outcome => outcome.CustomerId), run.Errors.Select(error => error.TargetObject));
        Assert.Equal(ErrorCategory.ObjectNotFound, run.Errors[^2].CategoryInfo.Category);
        Assert.Contains("Not yours", run.Outcomes[5].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Set, "PUT")]
    [InlineData(Remove, "DELETE")]
    public async Task A_report_that_is_meant_twice_is_written_to_once_and_has_one_outcome(string command, string method)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, "A");

        var run = await place.RunAsync(
            $"$report = $id | Get-WfbssScheduledReport; $report, $report, $id, $id.ToLower() | {command} -Name A", ("id", place.Ids[0]));

        Assert.Equal("Done", Assert.Single(run.Clean().Outcomes).Status);
        Assert.Equal(method, Assert.Single(place.Writes).Method);
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task Results_are_of_the_type_that_the_command_says_whatever_became_of_the_report(string command)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, "A");

        var run = await place.RunAsync($"$ids | {command} -Name A", ("ids", place.Ids.Take(2).ToArray()));

        Assert.Equal(["Done", "NotFound"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.All(run.Output, result => Assert.Equal("Wfbss.Reports.ScheduledReportResult", result.TypeNames[0]));
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task FailAtEnd_ends_with_an_error_after_all_were_tried(string command)
    {
        await using var place = await Workplace.StartAsync(Open);
        place.Give(0, "A", "a");
        place.Give(2, "A");

        var run = await place.RunAsync($"$ids | {command} -Name A -FailAtEnd -Verbose -ErrorAction SilentlyContinue", ("ids", place.Ids));

        Assert.Contains("1 of 4 failed", run.FailedWith("SomeCustomersFailed").ToString(), StringComparison.Ordinal);
        Assert.Equal(["Done", "Done", "NotFound", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Contains(run.Verbose, line => line.StartsWith("3 customers in", StringComparison.Ordinal) && line.EndsWith("4 reports: 3 Done, 1 NotFound.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Set)]
    [InlineData(Remove)]
    public async Task A_key_pair_that_is_refused_on_the_way_ends_it_and_the_rest_is_not_attempted(string command)
    {
        await using var place = await Workplace.StartAsync(Open with { Customers = 25 });
        place.GiveAll("A");
        place.Server.Faults.Script(SandboxFault.Unauthorized, times: 1_000, request => request.IsWrite && request.CustomerIds.Contains(Guid.Parse(place.Ids[10])));

        var run = await place.RunAsync($"$ids | {command} -Name A -ThrottleLimit 1 -ErrorAction SilentlyContinue", ("ids", place.Ids));

        run.FailedWith("AccessDenied");
        Assert.Equal(place.Ids, run.Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(
            [.. Enumerable.Repeat("Done", 10), .. Enumerable.Repeat("Denied", 10), .. Enumerable.Repeat("NotAttempted", 5)],
            run.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal(2, place.Writes.Count);
    }

    // Those that are still there and run when they did.
    private static string[] Untouched(Workplace place) =>
        [.. place.Server.State.Customers.SelectMany(customer => customer.Reports).Where(report => report.Time == Stock.EightOClock).Select(report => report.Name)];
}
