using Wfbss.Reports.Overview;

namespace Wfbss.Reports.Client.Tests.Overview;

public sealed class OverviewModelTests
{
    [Fact]
    public void Each_report_is_a_line()
    {
        var model = Lines.Model(Lines.Customer(1, Lines.Report("Weekly", 1), Lines.Report("Monthly", 2)));

        Assert.Equal(["Monthly", "Weekly"], model.Entries.Select(entry => entry.ReportName));
    }

    [Fact]
    public void A_customer_without_reports_is_a_line_that_says_so()
    {
        var model = Lines.Model(Lines.Customer(1));

        var entry = Assert.Single(model.Entries);
        Assert.Null(entry.ReportName);
        Assert.Equal([OverviewState.NoReport], entry.States);
    }

    [Fact]
    public void A_customer_that_could_not_be_read_is_not_one_without_reports()
    {
        var model = Lines.Model(Lines.Unread(1));

        var entry = Assert.Single(model.Entries);
        Assert.Equal([OverviewState.NotRead], entry.States);
        Assert.Equal("the license has expired", entry.Customer.Failure);
        Assert.Equal((1, 0), (model.Counts.NotRead, model.Counts.NoReport));
    }

    [Theory]
    [InlineData(true, 3, "Active")]
    [InlineData(true, null, "Active")]
    [InlineData(true, 0, "NeverRun")]
    [InlineData(false, 3, "SwitchedOff")]
    [InlineData(false, 0, "SwitchedOff, NeverRun")]
    [InlineData(null, 3, "NotStated")]
    [InlineData(null, 0, "NeverRun, NotStated")]
    public void A_report_says_whether_it_is_on_and_has_run(bool? enabled, int? runs, string states)
    {
        var model = Lines.Model(Lines.Customer(1, Lines.Report(enabled: enabled, runs: runs)));

        Assert.Equal(states, string.Join(", ", Assert.Single(model.Entries).States));
    }

    [Fact]
    public void A_customer_without_a_name_goes_by_its_id()
    {
        var customer = Lines.Customer(1) with { CustomerName = " " };

        Assert.Equal(customer.CustomerId, Assert.Single(Lines.Model(customer).Entries).Customer.Name);
    }

    [Fact]
    public void Lines_are_ordered_by_names_whatever_came_first()
    {
        var model = Lines.Model(
            Lines.Customer(1, Lines.Report("b"), Lines.Report("A")) with { CustomerName = "zeta" },
            Lines.Customer(2) with { CustomerName = "Alpha" });

        Assert.Equal(["Alpha ", "zeta A", "zeta b"], model.Entries.Select(entry => $"{entry.Customer.Name} {entry.ReportName}"));
    }

    [Fact]
    public void The_figures_count_what_the_lines_say()
    {
        var source = Lines.Source(
            Lines.Customer(1, Lines.Report("a", 1), Lines.Report("b", 2, enabled: false), Lines.Report("c", 3, runs: 0)),
            Lines.Customer(2),
            Lines.Unread(3)) with
        { Results = [Lines.Result(1, ResultStatus.SpecError, "a", 1), Lines.Result(2, ResultStatus.LimitError)] };

        Assert.Equal(
            new OverviewCounts(Customers: 3, Reports: 3, Recipients: 1, Failed: 2, NotRead: 1, NoReport: 1, SwitchedOff: 1, NeverRun: 1),
            OverviewModel.Of(source).Counts);
    }

    [Fact]
    public void Recipients_of_reports_that_are_not_mailed_do_not_count()
    {
        var report = Lines.Report();
        ScheduledReport quiet = new() { CustomerId = report.CustomerId, Name = "quiet", SendEmail = false, Recipients = ["a@b.c"] };

        Assert.Equal(0, Lines.Model(Lines.Customer(1, quiet)).Counts.Recipients);
    }
}
