using Wfbss.Reports.Overview;

namespace Wfbss.Reports.Client.Tests.Overview;

/// <summary>What an overview makes of the results of earlier runs.</summary>
public sealed class LastResultTests
{
    [Fact]
    public void A_report_whose_last_run_failed_is_marked_with_its_result()
    {
        var entry = Assert.Single(Entries([Lines.Result(1, ResultStatus.Unknown)], Lines.Customer(1, Lines.Report())));

        Assert.Equal([OverviewState.Failed], entry.States);
        Assert.Equal(ResultStatus.Unknown, entry.Failure!.Status);
    }

    [Theory]
    [InlineData(ResultStatus.Done)]
    [InlineData(ResultStatus.Skipped)]
    public void A_success_after_a_failure_takes_it_back(string success)
    {
        ScheduledReportResult[] results = [Lines.Result(1, ResultStatus.Unknown), Lines.Result(1, success)];

        Assert.Equal([OverviewState.Active], Assert.Single(Entries(results, Lines.Customer(1, Lines.Report()))).States);
    }

    [Fact]
    public void A_failure_after_a_success_counts()
    {
        ScheduledReportResult[] results = [Lines.Result(1, ResultStatus.Done), Lines.Result(1, ResultStatus.Unknown)];

        Assert.True(Assert.Single(Entries(results, Lines.Customer(1, Lines.Report()))).Is(OverviewState.Failed));
    }

    [Fact]
    public void Of_two_reports_with_one_name_the_id_tells_which_is_meant()
    {
        var entries = Entries(
            [Lines.Result(1, ResultStatus.SpecError, reportId: 2)], Lines.Customer(1, Lines.Report(id: 1), Lines.Report(id: 2)));

        Assert.Equal([false, true], entries.Select(entry => entry.Is(OverviewState.Failed)));
    }

    [Fact]
    public void A_failure_about_a_report_that_is_not_there_has_a_line_of_its_own()
    {
        var entries = Entries([Lines.Result(1, ResultStatus.LimitError, "New one")], Lines.Customer(1, Lines.Report()));

        Assert.Equal(2, entries.Count);
        var failed = Assert.Single(entries, entry => entry.Is(OverviewState.Failed));
        Assert.Equal("New one", failed.ReportName);
        Assert.Null(failed.Report);
    }

    [Fact]
    public void A_customer_without_reports_whose_create_failed_is_both_on_one_line()
    {
        var entry = Assert.Single(Entries([Lines.Result(1, ResultStatus.SpecError)], Lines.Customer(1)));

        Assert.Equal([OverviewState.Failed, OverviewState.NoReport], entry.States);
    }

    [Fact]
    public void A_failure_of_somebody_who_was_not_asked_for_is_not_lost()
    {
        ScheduledReportResult[] results =
        [
            Lines.Result(9, ResultStatus.NotReturned),
            new() { CustomerId = "not a guid", ReportName = "Weekly security", Status = ResultStatus.InvalidId },
        ];
        var model = OverviewModel.Of(Lines.Source(Lines.Customer(1, Lines.Report())) with { Results = results });

        Assert.Equal(3, model.Entries.Count);
        Assert.Equal(2, model.Entries.Count(entry => !entry.Customer.WasAsked));
        Assert.Equal((1, 2), (model.Counts.Customers, model.Counts.Failed));
    }

    [Fact]
    public void Success_of_somebody_who_was_not_asked_for_says_nothing()
    {
        Assert.Single(Entries([Lines.Result(9, ResultStatus.Done)], Lines.Customer(1)));
    }

    [Fact]
    public void Ids_match_in_any_form()
    {
        var result = Lines.Result(1, ResultStatus.Unknown);
        ScheduledReportResult lower = new() { CustomerId = $"{{{result.CustomerId.ToLowerInvariant()}}}", ReportName = "WEEKLY SECURITY", Status = result.Status };

        Assert.True(Assert.Single(Entries([lower], Lines.Customer(1, Lines.Report()))).Is(OverviewState.Failed));
    }

    private static IReadOnlyList<OverviewEntry> Entries(ScheduledReportResult[] results, params CustomerReading[] customers) =>
        OverviewModel.Of(Lines.Source(customers) with { Results = results }).Entries;
}
