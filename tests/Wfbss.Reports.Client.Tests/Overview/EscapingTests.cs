using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Overview;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Overview;

/// <summary>Whatever customers call themselves, it is text.</summary>
public sealed class EscapingTests
{
    private const string Prefix = "x";

    public static TheoryData<string> Hostile { get; } =
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "</script><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)' autofocus='",
        "<!-- --><![CDATA[ ]]>",
        "{{script}}{{style}}",
        "&lt;b&gt; &amp;amp; &#60;i&#62;",
        "</td></tr></table><h1>x",
        "</style><style>*{display:none}",
        "javascript:alert(1)",
        "<a href=\"https://evil.example/\">click</a>",
        "a\rb\r\nc\nd\te",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_stays_text(string text) => AssertIsText(text);

    [Property]
    public void Any_text_stays_text(AnyText text) => AssertIsText(text.Value);

    [Theory]
    [InlineData("a\0b\u0001c\u001bd\u007fe\u0085f", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf")]
    [InlineData("\ufffe\uffff", "\uFFFD\uFFFD")]
    [InlineData("whole 😀 pair", "whole 😀 pair")]
    public void What_is_no_text_in_HTML_becomes_the_sign_for_it(string given, string shown)
    {
        Assert.Equal(shown, new ParsedPage(SourceOf(given)).Text(".reports tbody th bdi"));
    }

    [Fact]
    public void Half_of_a_pair_becomes_the_sign_for_it()
    {
        // Not as inline data: an attribute cannot hold it.
        Assert.Equal("a\uFFFDb\uFFFD", new ParsedPage(SourceOf("a\ud83db\ude00")).Text(".reports tbody th bdi"));
    }

    private static void AssertIsText(string value)
    {
        var text = Prefix + value;
        var page = new ParsedPage(SourceOf(text));
        var expected = Shown(text);

        Assert.Equal(new ParsedPage(SourceOf(Prefix)).Skeleton(), page.Skeleton());
        Assert.Equal(expected, page.Text("h1"));
        Assert.Equal(expected, page.Text("title"));
        Assert.Equal(expected, page.Text(".reports tbody th bdi"));
        Assert.Equal(expected, page.Text(".reports tbody th small"));
        Assert.Equal(expected, page.Text(".reports tbody td:nth-child(2)"));
        Assert.Equal(expected, page.Text(".reports tbody td:nth-child(4) bdi"));
        Assert.Equal($"{expected}: {expected}", page.Text(".reports tbody td:nth-child(6) small"));
        Assert.EndsWith(expected, page.One("a.slot").GetAttribute("title"));
        Assert.Equal(expected, page.Text(".attention tbody td:last-child"));
    }

    private static string Shown(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r') ? '\uFFFD' : c));

    private static OverviewSource SourceOf(string text)
    {
        var report = new ScheduledReport
        {
            CustomerId = Ids.Of(1).ToString(),
            ReportId = 1,
            Name = text,
            Enabled = true,
            RunCount = 3,
            Frequency = ReportFrequency.Weekly,
            DayOfWeek = DayOfWeek.Monday,
            At = Samples.EightOClock,
            Recipients = [text],
        };
        var failure = new ScheduledReportResult
        {
            CustomerId = report.CustomerId,
            ReportId = 1,
            ReportName = text,
            Status = text,
            Message = text,
        };
        var customer = Lines.Customer(1, report) with { CustomerName = text, TimeZone = text };
        return Lines.Source(customer) with { Title = text, Results = [failure] };
    }
}
