using OpenQA.Selenium;
using Wfbss.Reports.BrowserTests.Support;
using Wfbss.Reports.Overview;

namespace Wfbss.Reports.BrowserTests;

public sealed class FilterTests
{
    private static readonly OverviewSource Three = SampleOverviews.Mixed(0) with
    {
        Customers =
        [
            SampleOverviews.One("Acme Tools", SampleOverviews.Weekly("Weekly", DayOfWeek.Monday, 8, "soc@acme.example")),
            SampleOverviews.One("Beta Law", SampleOverviews.Weekly("Weekly", DayOfWeek.Monday, 8), SampleOverviews.Weekly("Evening", DayOfWeek.Friday, 17)),
            SampleOverviews.One("Gamma"),
        ],
    };

    [Theory]
    [InlineData("acme", 1)]
    [InlineData("WEEKLY", 2)]
    [InlineData("weekly beta", 1)]
    [InlineData("soc@", 1)]
    [InlineData("friday", 1)]
    [InlineData("no report", 1)]
    [InlineData("nobody has this", 0)]
    public void Typing_leaves_the_rows_that_hold_every_word(string text, int rows)
    {
        using var page = OpenPage.Of(Three);

        page.Type(text);

        Assert.Equal(rows, page.Customers.Length);
        Assert.Contains($"{rows} of 4 lines", page.Status, StringComparison.Ordinal);
        Assert.Equal(rows == 0, page.One("#empty").Displayed);
    }

    [Fact]
    public void The_calendar_counts_what_the_filter_leaves()
    {
        using var page = OpenPage.Of(Three);
        Assert.Equal("2", page.One("[data-slot=w1-08]").Text);

        page.Type("acme");

        Assert.Equal("1", page.One("[data-slot=w1-08]").Text);
        Assert.False(page.One("[data-slot=w5-17]").Displayed);
        Assert.Equal("1", page.One(".sum[data-day='1']").Text);
    }

    [Fact]
    public void An_hour_of_the_calendar_shows_its_reports_and_gives_them_free_again()
    {
        using var page = OpenPage.Of(Three);

        page.Click(page.One("[data-slot=w5-17]"));
        Assert.Equal(["Evening"], page.Column(2));
        Assert.Contains("Friday 17:00 to 17:59", page.Status, StringComparison.Ordinal);

        page.Click(page.One("#slot"));
        Assert.Equal(4, page.Customers.Length);
    }

    [Fact]
    public void A_figure_on_top_shows_what_it_counts_by_mouse_and_by_keyboard()
    {
        using var page = OpenPage.Of(Three);

        page.Click(page.One("[data-show=none]"));
        Assert.Equal(["Gamma"], page.Customers);

        page.One("[data-show=all]").SendKeys(Keys.Enter);
        Assert.Equal(4, page.Customers.Length);
    }

    [Fact]
    public void Clear_takes_everything_back()
    {
        using var page = OpenPage.Of(Three);
        page.Type("acme");
        page.One("#show").SendKeys("never");

        page.Click(page.One("#clear"));

        Assert.Equal(4, page.Customers.Length);
        Assert.Equal("Showing all 4 lines.", page.Status);
        Assert.Equal("filter", page.Run<string>("return document.activeElement.id"));
    }
}
