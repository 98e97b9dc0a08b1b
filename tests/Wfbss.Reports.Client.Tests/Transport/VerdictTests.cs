using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Transport;

/// <summary>The table "What happens to a write", as far as one attempt tells it, and the same for reads.</summary>
public sealed class VerdictTests
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(7);

    /// <summary>What came back; what is known about a write; what is known about a read; whether everybody has to wait.</summary>
    public static TheoryData<string, string, string, bool> Rows => new()
    {
        { "no connection", "NotDone", "NotDone", false },
        { "proxy wants credentials", "Denied", "Denied", false },
        { "timeout", "Unknown", "Unknown", false },
        { "broken connection", "Unknown", "Unknown", false },
        { "200 with customers", "Done", "Done", false },
        { "200 with no customers in the list", "Done", "Done", false },
        { "200 unreadable", "Unknown", "Unknown", false },
        { "200 without customers array", "Unknown", "Unknown", false },
        { "200 with customers that are no array", "Unknown", "Unknown", false },
        { "200 that is an array", "Unknown", "Unknown", false },
        { "200 that is null", "Unknown", "Unknown", false },
        { "204", "Unknown", "Unknown", false },
        { "302", "Unknown", "Unknown", false },
        { "304", "Unknown", "Unknown", false },
        { "400", "Refused", "Refused", false },
        { "401", "Denied", "Denied", false },
        { "403", "Denied", "Denied", false },
        { "404", "Refused", "Refused", false },
        { "405", "Refused", "Refused", false },
        { "407", "Denied", "Denied", false },
        { "408", "Unknown", "Unknown", false },
        { "409", "Refused", "Refused", false },
        { "413", "Refused", "Refused", false },
        { "429", "NotDone", "NotDone", true },
        { "429 with Retry-After", "NotDone", "NotDone", true },
        { "500", "Unknown", "Unknown", false },
        { "500 with Retry-After", "Unknown", "Unknown", false },
        { "501", "Unknown", "Unknown", false },
        { "502", "Unknown", "Unknown", false },
        { "503", "Unknown", "Unknown", false },
        { "503 with Retry-After", "NotDone", "NotDone", true },
        { "504", "Unknown", "Unknown", false },
        { "599", "Unknown", "Unknown", false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_of_the_table_is_known_as_it_says(string cameBack, string write, string read, bool everybodyWaits)
    {
        var ofWrite = Verdict.Classify(Attempt(Attempts.Write, cameBack));
        var ofRead = Verdict.Classify(Attempt(Attempts.Read, cameBack));

        Assert.Equal((write, read), (ofWrite.Fate.ToString(), ofRead.Fate.ToString()));
        Assert.Equal((everybodyWaits, everybodyWaits), (ofWrite.IsThrottled, ofRead.IsThrottled));
        var asksToWait = everybodyWaits && cameBack.EndsWith("Retry-After", StringComparison.Ordinal);
        Assert.Equal(asksToWait ? AWhile : null, ofWrite.RetryAfter);
        Assert.Equal(write == "Done", ofWrite.Reason.Length == 0);
    }

    [Fact]
    public void A_read_of_another_resource_may_be_answered_with_any_json()
    {
        var other = ServiceRequest.Get("domains", new ServiceQuery());
        Assert.Equal(WriteFate.Done, Verdict.Classify(Attempts.Replied(other, 200, "[1]")).Fate);
        Assert.Equal(WriteFate.Unknown, Verdict.Classify(Attempts.Replied(other, 200)).Fate);
    }

    [Fact]
    public void The_reason_has_the_status_and_the_services_own_words()
    {
        Assert.Equal("HTTP 400: Invalid cids", Reason(Attempts.Replied(Attempts.Write, 400, errorText: "Invalid cids")));
        Assert.Equal("HTTP 500", Reason(Attempts.Replied(Attempts.Write, 500)));
        Assert.Equal("it failed", Reason(Attempts.Failed(Attempts.Write, AttemptFailure.TimedOut)));
    }

    [Fact]
    public void An_attempt_without_reply_and_without_failure_is_a_slip_of_ours() =>
        Assert.Throws<ArgumentException>(() => Verdict.Classify(new Attempt { Request = Attempts.Read, TraceId = "" }));

    [Fact]
    public void Every_failure_has_its_row() =>
        Assert.Equal(
            ["NoConnection", "ProxyDenied", "TimedOut", "Broken"],
            Enum.GetNames<AttemptFailure>());

    private static string Reason(Attempt attempt) => Verdict.Classify(attempt).Reason;

    private static Attempt Attempt(ServiceRequest request, string cameBack) => cameBack switch
    {
        "no connection" => Attempts.Failed(request, AttemptFailure.NoConnection),
        "proxy wants credentials" => Attempts.Failed(request, AttemptFailure.ProxyDenied),
        "timeout" => Attempts.Failed(request, AttemptFailure.TimedOut),
        "broken connection" => Attempts.Failed(request, AttemptFailure.Broken),
        "200 with customers" => Attempts.Replied(request, 200, """{"customers":[{"id":"x"}]}"""),
        "200 with no customers in the list" => Attempts.Replied(request, 200, """{"customers":[]}"""),
        "200 unreadable" => Attempts.Replied(request, 200),
        "200 without customers array" => Attempts.Replied(request, 200, """{"code":"503","message":"maintenance"}"""),
        "200 with customers that are no array" => Attempts.Replied(request, 200, """{"customers":{}}"""),
        "200 that is an array" => Attempts.Replied(request, 200, "[]"),
        "200 that is null" => Attempts.Replied(request, 200, "null"),
        _ => Attempts.Replied(
            request,
            int.Parse(cameBack[..3], System.Globalization.CultureInfo.InvariantCulture),
            retryAfter: cameBack.EndsWith("Retry-After", StringComparison.Ordinal) ? AWhile : null),
    };
}
