using OpenQA.Selenium;
using Wfbss.Reports.BrowserTests.Support;
using Wfbss.Reports.Overview;

namespace Wfbss.Reports.BrowserTests;

public sealed class SortTests
{
    private const int Columns = 6;

    private static readonly OverviewSource Customers = SampleOverviews.Mixed(0) with
    {
        Customers =
        [
            SampleOverviews.One("Customer 10", SampleOverviews.Weekly("B", DayOfWeek.Sunday, 8, "c@x.example")),
            SampleOverviews.One("customer 9", SampleOverviews.Weekly("c", DayOfWeek.Monday, 17, "a@x.example")),
            SampleOverviews.One("Ärzte", SampleOverviews.Weekly("A", DayOfWeek.Monday, 9, "b@x.example")),
            SampleOverviews.One("Zeta"),
        ],
    };

    [Theory]
    [InlineData(1, "Zeta|Customer 10|customer 9|Ärzte")]
    [InlineData(2, "Zeta|Ärzte|Customer 10|customer 9")]
    [InlineData(3, "Ärzte|customer 9|Customer 10|Zeta")]
    [InlineData(4, "Zeta|customer 9|Ärzte|Customer 10")]
    [InlineData(5, "Zeta|Customer 10|Ärzte|customer 9")]
    public void A_column_sorts_by_what_it_means(int column, string order)
    {
        using var page = OpenPage.Of(Customers);

        // The first column is sorted as it comes, so this turns it round.
        page.Click(page.One($".reports thead th:nth-child({column}) button"));

        Assert.Equal(order.Split('|'), page.Customers);
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Space")]
    public void Every_column_sorts_both_ways_by_keyboard_and_says_so(string key)
    {
        using var page = OpenPage.Of(SampleOverviews.Mixed(30));

        for (var column = 1; column <= Columns; column++)
        {
            page.Run<object?>($"document.querySelector('.reports thead th:nth-child({column}) button').focus()");
            page.Press(key == "Enter" ? Keys.Enter : Keys.Space);
            // The first column is sorted as it comes.
            Assert.Equal(column == 1 ? "descending" : "ascending", page.Header(column).GetAttribute("aria-sort"));
            var once = Keyed(page, column);
            page.Press(key == "Enter" ? Keys.Enter : Keys.Space);
            Assert.Equal(column == 1 ? "ascending" : "descending", page.Header(column).GetAttribute("aria-sort"));

            Assert.Equal(once.Reverse(), Keyed(page, column));
            Assert.Single(page.All(".reports thead th[aria-sort]"));
        }
    }

    [Fact]
    public void Headings_are_reached_with_the_Tab_key()
    {
        using var page = OpenPage.Of(Customers);
        page.Run<object?>("document.querySelector('.reports thead button').focus()");

        page.Press(Keys.Tab, Keys.Enter);

        Assert.Equal("ascending", page.Header(2).GetAttribute("aria-sort"));
    }

    [Fact]
    public void What_the_filter_hides_stays_hidden()
    {
        using var page = OpenPage.Of(Customers);
        page.Type("customer");

        page.Click(page.One(".reports thead th:nth-child(2) button"));

        Assert.Equal(["Customer 10", "customer 9"], page.Customers);
    }

    [Fact]
    public void The_table_of_failures_sorts_too()
    {
        var failures = new[] { "b", "a" }.Select(name => new ScheduledReportResult
        {
            CustomerId = name,
            ReportName = name == "a" ? "z" : "y",
            Status = ResultStatus.InvalidId,
        });
        using var page = OpenPage.Of(Customers with { Results = [.. failures] });
        Assert.Equal("a", page.One(".attention tbody th").Text);

        page.Click(page.One(".attention thead th:nth-child(2) button"));

        Assert.Equal("b", page.One(".attention tbody th").Text);
    }

    private static string[] Keyed(OpenPage page, int column) => [.. page.Run<IReadOnlyCollection<object>>(
        $"return [...document.querySelectorAll('.reports tbody tr')].map(row => row.cells[{column - 1}].dataset.key || row.cells[{column - 1}].textContent.trim().toLowerCase())")
        .Cast<string>()];
}
