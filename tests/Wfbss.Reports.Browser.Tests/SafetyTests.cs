using Wfbss.Reports.BrowserTests.Support;
using Wfbss.Reports.Overview;

namespace Wfbss.Reports.BrowserTests;

/// <summary>The page runs nothing but itself, and asks nobody for anything.</summary>
public sealed class SafetyTests
{
    private const string Attacked = "return window.attacked === undefined";

    private static readonly string[] Hostile =
    [
        "<script>window.attacked = 1; alert(1)</script>",
        "</script><script>window.attacked = 1; alert(1)</script>",
        "<img src=x onerror='window.attacked = 1; alert(1)'>",
        "<svg onload='window.attacked = 1'>",
        "\" onmouseover=\"window.attacked = 1\" onfocus=\"window.attacked = 1\" autofocus tabindex=\"0",
        "<iframe srcdoc='<script>parent.attacked = 1</script>'></iframe>",
        "<link rel=stylesheet href=https://evil.example/x.css><img src=https://evil.example/x.png>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
        "<style>body { display: none }</style>",
        "</title></style></textarea><h1>not yours</h1>",
        "{{script}} ${window.attacked = 1} javascript:window.attacked=1",
    ];

    [Fact]
    public void Hostile_names_run_nothing_whatever_is_done_with_the_page()
    {
        using var page = OpenPage.Of(OfNames(Hostile));

        Assert.False(page.HasDialog());
        Assert.Equal(Hostile.Order(StringComparer.Ordinal), page.Customers.Order(StringComparer.Ordinal));
        page.Type("<script>");
        page.Type("");
        foreach (var header in page.All(".reports thead button"))
        {
            page.Click(header);
        }

        page.Click(page.One("[data-slot=w1-08]"));
        page.Settle();

        Assert.False(page.HasDialog());
        Assert.True(page.Run<bool>(Attacked));
        Assert.Single(page.All("script"));
        Assert.Empty(page.Complaints());
    }

    [Fact]
    public void A_script_that_got_into_the_page_all_the_same_would_not_run()
    {
        using var page = OpenPage.Of(SampleOverviews.Mixed(3));

        page.Run<object?>("const s = document.createElement('script'); s.textContent = 'window.attacked = 1'; document.body.append(s);");

        Assert.True(page.Run<bool>(Attacked));
        Assert.Contains(page.Complaints(), complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public void No_request_leaves_the_page()
    {
        using var page = OpenPage.Of(OfNames(Hostile));
        page.One("[data-show=all]").Click();
        page.Type("a");
        page.Emulate("print");
        page.Settle();

        var requests = page.Requests();
        Assert.NotEmpty(requests);
        Assert.All(requests, request => Assert.StartsWith("file:///", request, StringComparison.Ordinal));
        Assert.Single(requests.Distinct());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public void The_browser_has_nothing_to_complain_about(int customers)
    {
        using var page = OpenPage.Of(SampleOverviews.Mixed(customers));
        page.Type("monday");
        foreach (var link in page.All("[data-show]"))
        {
            page.Click(link);
        }

        page.Settle();

        Assert.Empty(page.Complaints());
    }

    private static OverviewSource OfNames(string[] names) => SampleOverviews.Mixed(0) with
    {
        Title = names[0],
        Customers = [.. names.Select((name, index) => SampleOverviews.One(name, SampleOverviews.Weekly(name, DayOfWeek.Monday, 8, name)) with { CustomerId = $"{index}{name}", TimeZone = name })],
        Results = [.. names.Select((name, index) => new ScheduledReportResult { CustomerId = $"{index}{name}", ReportName = name, Status = name, Message = name })],
    };
}
