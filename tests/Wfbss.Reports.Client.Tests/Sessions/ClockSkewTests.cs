using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Client.Tests.Sessions;

public sealed class ClockSkewTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(299, false)]
    [InlineData(-299, false)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(86_400, true)]
    public void Five_minutes_are_worth_a_warning_in_either_direction(int seconds, bool isWorthIt) =>
        Assert.Equal(isWorthIt, ClockSkew.IsWorthAWarning(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(1200, "20 minutes ahead of the service's")]
    [InlineData(-1200, "20 minutes behind the service's")]
    [InlineData(90, "90 seconds ahead of the service's")]
    [InlineData(-30, "30 seconds behind the service's")]
    public void The_advice_says_how_far_and_in_which_direction(int seconds, string words)
    {
        var advice = ClockSkew.Describe(TimeSpan.FromSeconds(seconds));
        Assert.Contains(words, advice, StringComparison.Ordinal);
        Assert.Contains("more than 15 minutes", advice, StringComparison.Ordinal);
    }
}
