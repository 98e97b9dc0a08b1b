using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class ReplyTests
{
    private const string First = "640FE47F-5118-4D79-8221-A35D0DE2EE2C";
    private const string Second = "549390C2-61B3-417E-B1F0-8955A63C08F3";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_replies_of_the_specification_are_told_apart(bool lowerCaseIds)
    {
        await using var place = await WithExamplesAsync(new SandboxOptions { Customers = 0, LowerCaseIds = lowerCaseIds });
        var unknown = Guid.NewGuid().ToString().ToUpperInvariant();

        var one = await place.CreateAsync([First]);
        var several = await place.CreateAsync([Second, First]);
        var leftOut = await place.CreateAsync([First, unknown, Second]);

        Assert.Equal([(First, "Done", 2)], Shortly(one.Clean()));
        Assert.Equal([(Second, "Done", 1), (First, "Done", 3)], Shortly(several.Clean()));
        Assert.Equal([(First, "Done", 4), (unknown, "NotReturned", null), (Second, "Done", 2)], Shortly(leftOut));
        Assert.Equal(unknown, leftOut.OneError("NotReturned").TargetObject);
        Assert.Equal(3, place.Creates.Count);
    }

    [Theory]
    [InlineData("LimitError", "over the report limit", "LimitError", ErrorCategory.LimitsExceeded)]
    [InlineData("SpecError", "report template spec error", "SpecError", ErrorCategory.InvalidArgument)]
    [InlineData("InternalError", "the database is down", "InternalError", ErrorCategory.InvalidResult)]
    [InlineData("Exception", "Object reference not set", "Exception", ErrorCategory.InvalidResult)]
    [InlineData("Postponed", "come back on Monday", "UnexpectedResult", ErrorCategory.InvalidResult)]
    public async Task What_the_service_says_of_one_customer_is_its_result_and_its_error(
        string result,
        string message,
        string errorId,
        ErrorCategory category)
    {
        await using var place = await Workplace.StartAsync();
        place.Server.State.Answer(place.Server.State.Customers[4].Id, result, message);

        var run = await place.RunAsync($"Get-WfbssCustomer | New-WfbssScheduledReport {Workplace.Weekly}");

        var outcome = Assert.Single(run.Outcomes, outcome => !outcome.Succeeded);
        Assert.Equal((place.Ids[4], result, message, null), (outcome.CustomerId, outcome.Status, outcome.Message, outcome.ReportId));
        Assert.Equal(24, run.Outcomes.Count(outcome => outcome.Status == "Done"));

        var error = run.OneError(errorId);
        Assert.Equal($"{errorId},Wfbss.Reports.PowerShell.Commands.NewWfbssScheduledReportCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(place.Ids[4], error.TargetObject);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.All(
            [outcome.CustomerName!, result, message, "Weekly security"],
            part => Assert.Contains(part, error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customer_with_ten_reports_is_over_the_limit()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { FullCustomers = 1 });
        var full = place.Server.State.Customers.Single(customer => customer.Reports.Count == 10);

        var run = await place.CreateAsync(place.Ids);

        Assert.Equal(full.Id.ToString().ToUpperInvariant(), run.OneError("LimitError").TargetObject);
        Assert.Equal(24, place.Server.Counters.Commits);
        Assert.Equal(10, full.Reports.Count);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Replies_in_other_shapes_are_read_as_well(bool nullMessages, bool labelledAsHtml)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions
        {
            NullMessages = nullMessages,
            LabelJsonAsHtml = labelledAsHtml,
            LicenseTypeAsText = labelledAsHtml,
        });

        var run = await place.RunAsync($"Get-WfbssCustomer | New-WfbssScheduledReport {Workplace.Weekly}");

        Assert.Equal(place.Ids, run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.All(run.Outcomes, outcome => Assert.Equal(("Done", ""), (outcome.Status, outcome.Message)));
    }

    [Fact]
    public async Task A_customer_that_the_service_refuses_does_not_sink_the_others()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.State.Refuse(place.Server.State.Customers[7].Id, "Invalid cids");

        var run = await place.CreateAsync(place.Ids);

        Assert.Equal((place.Ids[7], "Refused", null), Shortly(run).Single(outcome => outcome.Status != "Done"));
        Assert.Contains("Invalid cids", run.OneError("Refused").ToString(), StringComparison.Ordinal);
        Assert.Equal(24, place.Server.Counters.Commits);
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_read_back_and_nothing_is_created_twice()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.Faults.Script(SandboxFault.DropAfterCommit, when: request => request.IsWrite);

        var run = await place.CreateAsync(place.Ids, "-ThrottleLimit 1");

        Assert.Equal(place.Ids, run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(10, run.Outcomes.Count(outcome => outcome.ConfirmedByReadBack));
        Assert.All(place.Server.State.Customers, customer => Assert.Single(customer.Reports));
    }

    private static async Task<Workplace> WithExamplesAsync(SandboxOptions options)
    {
        var place = await Workplace.StartAsync(options);
        var first = place.Server.State.AddCustomer(new SandboxCustomer(Guid.Parse(First), "First"));
        place.Server.State.AddCustomer(new SandboxCustomer(Guid.Parse(Second), "Second"));
        place.Server.State.AddReport(first.Id, new SandboxReport { Name = "an older report" });
        return place;
    }

    private static IEnumerable<(string Id, string Status, int? ReportId)> Shortly(Invocation run) =>
        run.Outcomes.Select(outcome => (outcome.CustomerId, outcome.Status, outcome.ReportId));
}
