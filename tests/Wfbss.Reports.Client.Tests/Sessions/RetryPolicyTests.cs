using FsCheck;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Sessions;

public sealed class RetryPolicyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("Done", false, false)]
    [InlineData("NotDone", true, true)]
    [InlineData("Refused", false, false)]
    [InlineData("Denied", false, false)]
    [InlineData("Unknown", false, true)]
    public void Only_what_cannot_do_harm_is_sent_again(string fate, bool write, bool read)
    {
        var policy = new RetryPolicy(3, TimeSpan.FromSeconds(1));
        var verdict = new Verdict(Enum.Parse<WriteFate>(fate), "why");

        Assert.Equal(write, policy.MayRepeat(Attempts.Write, verdict, 1));
        Assert.Equal(read, policy.MayRepeat(Attempts.Read, verdict, 1));
    }

    [Fact]
    public void Every_fate_has_its_rule() =>
        Assert.Equal(["Done", "NotDone", "Refused", "Denied", "Unknown"], Enum.GetNames<WriteFate>());

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    [InlineData("PATCH")]
    public void Whatever_is_no_get_is_a_write(string method)
    {
        var request = ServiceRequest.Write(new HttpMethod(method), "report", new ServiceQuery(), []);
        Assert.False(new RetryPolicy(3, TimeSpan.Zero).MayRepeat(request, new Verdict(WriteFate.Unknown, ""), 1));
    }

    [Property]
    public void A_request_is_sent_once_and_repeated_as_often_as_allowed(NonNegativeInt allowed)
    {
        var policy = new RetryPolicy(allowed.Get, TimeSpan.Zero);
        var notDone = new Verdict(WriteFate.NotDone, "");
        var tries = 1;
        while (policy.MayRepeat(Attempts.Write, notDone, tries))
        {
            tries++;
        }

        Assert.Equal(allowed.Get + 1, tries);
    }

    [Property]
    public void A_write_that_is_proven_absent_is_sent_again_as_often_as_allowed(NonNegativeInt allowed)
    {
        var policy = new RetryPolicy(allowed.Get, TimeSpan.Zero);
        var sends = 1;
        while (policy.MayRepeatProvenAbsent(sends))
        {
            sends++;
        }

        Assert.Equal(allowed.Get + 1, sends);
    }

    [Property(MaxTest = 1000)]
    public void A_wait_is_never_above_a_minute_and_never_below_half_of_its_step(PositiveInt interval, PositiveInt retry, NormalFloat chance)
    {
        var random = Math.Abs(chance.Get % 1);
        var policy = new RetryPolicy(5, TimeSpan.FromMilliseconds(interval.Get * 37), () => random);
        var doubled = interval.Get * 37.0;
        for (var i = 1; i < retry.Get && doubled < Minute.TotalMilliseconds; i++)
        {
            doubled *= 2;
        }

        var step = Math.Min(doubled, Minute.TotalMilliseconds);

        Assert.InRange(policy.BackOff(retry.Get).TotalMilliseconds, (step / 2) - 0.001, step + 0.001);
    }

    [Fact]
    public void A_wait_doubles_with_each_retry_up_to_a_minute()
    {
        var least = new RetryPolicy(9, TimeSpan.FromSeconds(1), () => 0);
        var most = new RetryPolicy(9, TimeSpan.FromSeconds(1), () => 1);

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(1, 8).Select(retry => least.BackOff(retry).TotalSeconds));
        Assert.Equal([1.0, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(retry => most.BackOff(retry).TotalSeconds));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1000)]
    [InlineData(1)]
    public void No_retry_and_no_interval_is_too_large_for_it(int retry)
    {
        Assert.InRange(new RetryPolicy(9, TimeSpan.MaxValue).BackOff(retry), Minute / 2, Minute);
        Assert.Equal(TimeSpan.Zero, new RetryPolicy(9, TimeSpan.Zero).BackOff(retry));
    }

    [Fact]
    public void Those_who_failed_together_do_not_come_back_together()
    {
        var policy = new RetryPolicy(9, TimeSpan.FromSeconds(1));
        Assert.NotEqual(1, Enumerable.Range(0, 50).Select(_ => policy.BackOff(1)).Distinct().Count());
    }
}
