using Wfbss.Reports.Definitions;

namespace Wfbss.Reports.Client.Tests.Definitions;

public sealed class HiddenCharacterTests
{
    [Theory]
    [InlineData("Week\u200Bly", "U+200B at position 5")]
    [InlineData("\uFEFFWeekly", "U+FEFF at position 1")]
    [InlineData("Week\u00ADly", "U+00AD at position 5")]
    [InlineData("Weekly\u00A0report", "U+00A0 at position 7")]
    [InlineData("Weekly\u202Etroper", "U+202E at position 7")]
    [InlineData("Weekly\u3164", "U+3164 at position 7")]
    [InlineData("Week\u200Dly", "U+200D at position 5")]
    public void What_cannot_be_seen_is_named_with_its_place(string text, string where)
    {
        Assert.EndsWith(where, HiddenCharacter.DescribeIn(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Weekly report")]
    [InlineData("週報　東京")]
    [InlineData("👩‍💻 and 🛡️")]
    [InlineData("می‌خواهم")]
    [InlineData("تقرير أسبوعي")]
    public void What_people_write_is_left_alone(string text)
    {
        Assert.Null(HiddenCharacter.DescribeIn(text));
    }
}
