using Wfbss.Reports.Definitions;

namespace Wfbss.Reports.Client.Tests.Definitions;

public sealed class EmailAddressRuleTests
{
    private static readonly string Longest = new('x', 64);

    [Theory]
    [InlineData("user1@example.com")]
    [InlineData("first.last@example.com")]
    [InlineData("o'hara+reports_{1}=!#$%&*/?^`|~-@example.co.uk")]
    [InlineData("a@b.c")]
    [InlineData("1@1.1")]
    [InlineData("soc@sub-domain.example.museum")]
    [InlineData("jürgen@müller.example")]
    [InlineData("用户@例子.广告")]
    public void What_can_be_an_address_is_one(string address) => Assert.True(EmailAddressRule.IsPlausible(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("soc")]
    [InlineData("@")]
    [InlineData("@example.com")]
    [InlineData("soc@")]
    [InlineData("soc@example")]
    [InlineData("soc@.com")]
    [InlineData("soc@example.")]
    [InlineData("soc@example..com")]
    [InlineData("soc@-example.com")]
    [InlineData("soc@example-.com")]
    [InlineData("soc@exam_ple.com")]
    [InlineData("a@b@example.com")]
    [InlineData(".soc@example.com")]
    [InlineData("soc.@example.com")]
    [InlineData("so..c@example.com")]
    [InlineData("so c@example.com")]
    [InlineData(" soc@example.com")]
    [InlineData("soc@example.com ")]
    [InlineData("soc@example.com\n")]
    [InlineData("soc\u00a0@example.com")]
    [InlineData("soc@example.com,noc@example.com")]
    [InlineData("soc@example.com;noc@example.com")]
    [InlineData("SOC <soc@example.com>")]
    [InlineData("mailto:soc@example.com")]
    [InlineData("\"so c\"@example.com")]
    [InlineData("soc@[127.0.0.1]")]
    [InlineData("soc(comment)@example.com")]
    [InlineData("so\\c@example.com")]
    [InlineData("so\0c@example.com")]
    public void What_is_a_slip_of_the_keyboard_is_none(string? address) => Assert.False(EmailAddressRule.IsPlausible(address));

    [Fact]
    public void Lengths_have_their_bounds()
    {
        Assert.True(EmailAddressRule.IsPlausible($"{Longest}@example.com"));
        Assert.False(EmailAddressRule.IsPlausible($"{Longest}x@example.com"));
        Assert.True(EmailAddressRule.IsPlausible($"a@{Longest[..63]}.com"));
        Assert.False(EmailAddressRule.IsPlausible($"a@{Longest}.com"));
        Assert.True(EmailAddressRule.IsPlausible(OfLength(254)));
        Assert.False(EmailAddressRule.IsPlausible(OfLength(255)));
    }

    // Labels of one letter, and a last one that fills up.
    private static string OfLength(int length) =>
        ("a@" + string.Concat(Enumerable.Repeat("x.", 120))).PadRight(length, 'y');
}
