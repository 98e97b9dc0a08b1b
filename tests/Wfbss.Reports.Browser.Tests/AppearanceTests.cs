using Wfbss.Reports.BrowserTests.Support;
using Wfbss.Reports.Overview;

namespace Wfbss.Reports.BrowserTests;

/// <summary>On the screen, on paper, with and without script.</summary>
public sealed class AppearanceTests
{
    // Every text against what is painted behind it (WCAG 2, "contrast ratio"); gives those that are hard to read.
    private const string HardToRead = """
        const light = c => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
        const parse = text => text.match(/[\d.]+/g).map(Number);
        const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
        const behind = element => {
          for (let e = element; e; e = e.parentElement) {
            const color = parse(getComputedStyle(e).backgroundColor);
            if (color.length === 3 || color[3] > 0) return color;
          }
          return [255, 255, 255];
        };
        return [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && !e.classList.contains('skip') && !['SCRIPT', 'OPTION'].includes(e.tagName))
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .map(e => {
            const [a, b] = [luminance(parse(getComputedStyle(e).color)), luminance(behind(e))].sort((x, y) => y - x);
            return [(a + 0.05) / (b + 0.05), e.tagName + '.' + e.className];
          })
          .filter(([ratio]) => ratio < 4.5)
          .map(([ratio, name]) => name + ' ' + ratio.toFixed(2));
        """;

    private static readonly string LongName = string.Concat(Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft", 6));

    private static readonly OverviewSource Long = SampleOverviews.Mixed(30) with
    {
        Title = LongName,
        Customers = [.. SampleOverviews.Mixed(30).Customers, SampleOverviews.One(LongName, SampleOverviews.Weekly(LongName, DayOfWeek.Monday, 8, LongName + "@example.com"))],
    };

    [Theory]
    [InlineData(1280)]
    [InlineData(800)]
    [InlineData(360)]
    public void The_page_does_not_scroll_sideways(int width)
    {
        using var page = OpenPage.Of(Long, width);

        Assert.Equal(width, page.Run<long>("return window.innerWidth"));
        Assert.InRange(page.Run<long>("return document.documentElement.scrollWidth"), 1, width);
    }

    [Theory]
    [InlineData("light", "screen")]
    [InlineData("dark", "screen")]
    [InlineData("dark", "print")]
    public void Every_text_can_be_read(string scheme, string medium)
    {
        using var page = OpenPage.Of(SampleOverviews.Mixed(40));
        page.Emulate(medium, scheme);

        Assert.NotEmpty(page.Customers);
        Assert.Empty(page.Run<IReadOnlyCollection<object>>(HardToRead));
    }

    [Fact]
    public void The_page_is_dark_where_the_reader_likes_it_dark()
    {
        using var page = OpenPage.Of(SampleOverviews.Mixed(3));
        const string Background = "return getComputedStyle(document.body).backgroundColor";
        page.Emulate("screen", "light");
        var light = page.Run<string>(Background);

        page.Emulate("screen", "dark");

        Assert.NotEqual(light, page.Run<string>(Background));
    }

    [Fact]
    public void On_paper_there_are_no_controls_but_the_filter_is_named()
    {
        using var page = OpenPage.Of(SampleOverviews.Mixed(10));
        Assert.True(page.One(".controls").Displayed);
        page.Emulate("print");
        Assert.False(page.One("#status").Displayed);

        page.Emulate("screen");
        page.Type("weekly");
        page.Emulate("print");

        Assert.NotEmpty(page.All(".controls *"));
        Assert.All(page.All(".controls, .controls *, .skip, .js"), element => Assert.False(element.Displayed));
        Assert.Contains("“weekly”", page.Status, StringComparison.Ordinal);
        Assert.Equal("none", page.Run<string>("return getComputedStyle(document.querySelector('thead button'), '::after').content"));
    }

    [Fact]
    public void Without_script_everything_is_there_but_the_controls()
    {
        using var page = OpenPage.OfWithoutScript(SampleOverviews.Mixed(10));

        Assert.NotEmpty(page.All(".reports tbody tr"));
        Assert.All(page.All(".reports tbody tr"), row => Assert.True(row.Displayed));
        Assert.False(page.One(".controls").Displayed);
        Assert.Empty(page.All("thead button"));
    }

    [Fact]
    public void The_heading_of_the_long_table_stays_in_sight_below_the_controls()
    {
        using var page = OpenPage.Of(SampleOverviews.Mixed(200));

        page.Run<object?>("window.scrollTo(0, document.body.scrollHeight / 2)");
        page.Settle();

        var bar = page.Run<double>("return document.querySelector('.controls').getBoundingClientRect().bottom + 0.01");
        var heading = page.Run<double>("return document.querySelector('.reports thead th').getBoundingClientRect().top + 0.01");
        Assert.InRange(heading - bar, -1.5, 1.5);
        Assert.InRange(heading, 1, 200);
    }
}
