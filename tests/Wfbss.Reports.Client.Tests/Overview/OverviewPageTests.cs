using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Overview;

public sealed class OverviewPageTests
{
    private static readonly ParsedPage Page = new(Lines.Source(
        Lines.Customer(1, Lines.Report(), Lines.Report("Monthly", 2, schedule: ReportSchedule.Monthly(31, new TimeSpan(17, 5, 9)))),
        Lines.Customer(2),
        Lines.Unread(3)));

    [Fact]
    public void The_page_says_first_that_it_is_UTF_8()
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">", Page.Markup);
    }

    [Fact]
    public void Nothing_is_allowed_but_the_style_sheet_and_the_script_of_the_page()
    {
        Assert.Equal(
            $"default-src 'none'; style-src {HashOf("style")}; script-src {HashOf("script")}; base-uri 'none'; form-action 'none'",
            Page.One("meta[http-equiv=Content-Security-Policy]").GetAttribute("content"));
    }

    [Fact]
    public void Nothing_in_the_page_points_outside_of_it()
    {
        Assert.Empty(Page.All("[src], link, iframe, object, embed, base, img, [style], [action]"));
        Assert.All(Page.All("[href]"), link => Assert.StartsWith("#", link.GetAttribute("href")));
        Assert.DoesNotMatch(new Regex(@"url\(|@import|fetch\(|XMLHttpRequest|https?://", RegexOptions.IgnoreCase), Page.Text("style") + Page.Text("script"));
    }

    [Fact]
    public void No_place_of_the_template_is_left_over()
    {
        Assert.DoesNotContain("{{", Page.Markup.Replace(Page.Text("script"), "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_facts_are_on_top()
    {
        Assert.Equal("From https://cspi.trendmicro.com/, read on 9 March 2026 at 07:30 (UTC+01:00)", Page.Text(".facts"));
        Assert.Equal("2026-03-09T07:30:00+01:00", Page.One("time").GetAttribute("datetime"));
    }

    [Fact]
    public void Every_line_is_a_row_with_its_times()
    {
        Assert.Equal(
            ["Day 31, 17:05:09", "Mondays 08:00", "–", "–"],
            Page.All(".reports tbody td:nth-child(3)").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Every_table_has_a_caption_and_headers_with_a_scope()
    {
        Assert.NotEmpty(Page.All("table"));
        Assert.All(Page.All("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(Page.All("th"), header => Assert.Contains(header.GetAttribute("scope"), new[] { "row", "col" }));
    }

    [Fact]
    public void Headings_do_not_skip_a_level()
    {
        var levels = Page.All("h1, h2, h3").Select(heading => heading.LocalName[1] - '0').ToArray();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
    }

    [Fact]
    public void Ids_are_there_once_and_labels_point_to_them()
    {
        var ids = Page.All("[id]").Select(element => element.Id!).ToArray();

        Assert.NotEmpty(ids);
        Assert.NotEmpty(Page.All("[href]"));
        Assert.NotEmpty(Page.All("[for]"));
        Assert.Distinct(ids);
        Assert.All(Page.All("[for], [aria-labelledby]"), element =>
            Assert.Contains(element.GetAttribute("for") ?? element.GetAttribute("aria-labelledby"), ids));
        Assert.All(Page.All("[href]"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public void Without_results_the_page_does_not_claim_that_nothing_failed()
    {
        Assert.Contains("Not known", Page.Text(".columns > div:first-child > p:first-of-type"));
        Assert.Empty(Page.All("[data-show=failed]"));
    }

    [Theory]
    [InlineData(false, "soc@example.com", "Not e-mailed")]
    [InlineData(true, "", "Nobody")]
    [InlineData(null, null, "Not stated")]
    [InlineData(true, "a@b.c,d@e.f", "a@b.c d@e.f ")]
    [InlineData(null, "a@b.c", "a@b.c ")]
    public void Recipients_are_told_from_nobody_and_from_not_known(bool? isMailed, string? recipients, string shown)
    {
        var report = new ScheduledReport
        {
            CustomerId = Ids.Of(1).ToString(),
            Name = "Weekly",
            SendEmail = isMailed,
            Recipients = recipients?.Split(',', StringSplitOptions.RemoveEmptyEntries),
        };

        Assert.Equal(shown, new ParsedPage(Lines.Source(Lines.Customer(1, report))).Text(".reports tbody td:nth-child(4)"));
    }

    [Fact]
    public void The_foot_says_whose_the_page_and_the_names_are()
    {
        Assert.Equal(
            "Made with Wfbss.Reports, an independent community project, not affiliated with or endorsed by Trend Micro. "
            + "Trend Micro and Worry-Free are trademarks or registered trademarks of Trend Micro Incorporated.",
            Page.Text("footer p"));
    }

    [Fact]
    public void The_page_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            var source = Lines.Source([.. Enumerable.Range(1, 1_200).Select(number => Lines.Customer(number))]);
            Assert.Contains("<strong>1,200</strong>", new ParsedPage(source).Markup);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string HashOf(string element) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Page.Text(element))))}'";
}
