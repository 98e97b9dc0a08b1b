using Wfbss.Reports.Client.Tests.Support;

namespace Wfbss.Reports.Client.Tests.Model;

public sealed class ReportContentTests
{
    public static TheoryData<int, string> EachOfTheSpecification
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (number, title) in Specification.Contents)
            {
                data.Add(number, title);
            }

            return data;
        }
    }

    [Fact]
    public void The_contents_are_those_of_the_specification_in_its_order()
    {
        Assert.Equal(15, Specification.Contents.Count);
        Assert.Equal(Specification.Contents, ReportContent.All.Select(content => (content.Number, content.Title)));
    }

    [Theory]
    [MemberData(nameof(EachOfTheSpecification))]
    public void Each_is_found_by_number_name_and_title_in_any_case(int number, string title)
    {
        var content = ReportContent.FromNumber(number);

        Assert.True(content.IsKnown);
        foreach (var text in new[] { content.Name, content.Name.ToUpperInvariant(), title, title.ToUpperInvariant(), $"{number}", $" {content.Name} " })
        {
            Assert.Same(content, ReportContent.Parse(text));
        }
    }

    [Fact]
    public void Names_are_words_for_scripts_and_no_two_are_the_same()
    {
        Assert.All(ReportContent.All, content => Assert.Matches("^[A-Z][A-Za-z0-9]+$", content.Name));
        Assert.Equal(15, ReportContent.All.Select(content => content.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_name_that_is_none_is_answered_with_those_that_are_like_it()
    {
        var failure = Assert.Throws<FormatException>(() => ReportContent.Parse("webthreat"));
        Assert.Equal("'webthreat' is not a report content. Use one of: Top10DevicesViolatingWebThreatProtectionPolicies.", failure.Message);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-100")]
    [InlineData("100.0")]
    [InlineData("99999999999")]
    public void A_name_that_is_like_none_is_answered_with_all(string text)
    {
        var failure = Assert.Throws<FormatException>(() => ReportContent.Parse(text));
        Assert.All(ReportContent.All, content => Assert.Contains(content.Name, failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_is_not_listed_is_kept_and_known_to_be_unknown()
    {
        var content = ReportContent.Parse("999");
        Assert.Equal((999, "999", false), (content.Number, content.Name, content.IsKnown));
    }

    [Fact]
    public void Contents_are_equal_by_their_number()
    {
        Assert.Equal(ReportContent.FromNumber(999), ReportContent.FromNumber(999));
        Assert.Equal(ReportContent.FromNumber(999).GetHashCode(), ReportContent.FromNumber(999).GetHashCode());
        Assert.NotEqual(ReportContent.FromNumber(999), ReportContent.FromNumber(100));
        Assert.False(ReportContent.FromNumber(100).Equals((object)100));
    }
}
