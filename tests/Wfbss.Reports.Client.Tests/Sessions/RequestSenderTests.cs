using System.Globalization;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Sessions;

public sealed class RequestSenderTests
{
    private readonly HurryingTime _time = new();

    [Fact]
    public async Task A_write_of_unknown_outcome_is_never_sent_again()
    {
        var (sender, transport) = Sender(request => Attempts.Replied(request, 500));
        var sent = await sender.SendAsync(Attempts.Write, CancellationToken.None);

        Assert.Equal(WriteFate.Unknown, sent.Verdict.Fate);
        Assert.Equal(1, sent.Tries);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_read_is_tried_as_often_as_allowed_with_waits_between()
    {
        var (sender, transport) = Sender(request => Attempts.Replied(request, 500));
        var sent = await sender.SendAsync(Attempts.Read, CancellationToken.None);

        Assert.Equal(4, sent.Tries);
        Assert.Equal(4, transport.Requests.Count);
        // Half to all of 1 + 2 + 4 seconds.
        Assert.InRange(_time.Waited.TotalSeconds, 3.5, 7.01);
    }

    [Fact]
    public async Task As_soon_as_there_is_an_answer_it_counts()
    {
        var tries = 0;
        var (sender, _) = Sender(request => ++tries < 3
            ? Attempts.Failed(request, AttemptFailure.NoConnection)
            : Attempts.Replied(request, 200, """{"customers":[]}"""));

        var sent = await sender.SendAsync(Attempts.Write, CancellationToken.None);

        Assert.Equal((WriteFate.Done, 3), (sent.Verdict.Fate, sent.Tries));
    }

    [Fact]
    public async Task A_wait_is_said_in_the_same_way_in_every_language()
    {
        var tries = 0;
        var (sender, transport) = Sender(request => ++tries == 1
            ? Attempts.Replied(request, 429, retryAfter: TimeSpan.FromSeconds(1.5))
            : Attempts.Replied(request, 200, """{"customers":[]}"""));
        var log = new RecordingLog();
        // Of this test alone: it goes with the asynchronous flow.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        await new RequestSender(sender.Session, log).SendAsync(Attempts.Write, CancellationToken.None);

        Assert.Equal(2, transport.Requests.Count);
        Assert.Contains(log.VerboseLines, line => line.EndsWith("1.5 s.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_wait_that_the_service_asks_for_is_waited_once()
    {
        var tries = 0;
        var (sender, _) = Sender(request => ++tries == 1
            ? Attempts.Replied(request, 429, retryAfter: TimeSpan.FromSeconds(20))
            : Attempts.Replied(request, 200, """{"customers":[]}"""));

        await sender.SendAsync(Attempts.Write, CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(20), _time.Waited);
    }

    [Fact]
    public async Task A_wait_of_years_is_waited_and_no_failure()
    {
        var years = TimeSpan.FromSeconds(int.MaxValue);
        var tries = 0;
        var (sender, _) = Sender(request => ++tries == 1
            ? Attempts.Replied(request, 429, retryAfter: years)
            : Attempts.Replied(request, 200, """{"customers":[]}"""));

        var sent = await sender.SendAsync(Attempts.Write, CancellationToken.None);

        Assert.Equal(WriteFate.Done, sent.Verdict.Fate);
        Assert.Equal(years, _time.Waited);
    }

    [Theory]
    [InlineData(401, "AccessDenied")]
    [InlineData(403, "AccessDenied")]
    [InlineData(407, "AccessDenied")]
    [InlineData(400, "RequestRefused")]
    [InlineData(404, "RequestRefused")]
    [InlineData(429, "Throttled")]
    [InlineData(500, "ServiceFailed")]
    [InlineData(200, "ServiceFailed")]
    public async Task A_read_without_answer_fails_with_what_it_was_and_what_to_do(int status, string kind)
    {
        var (sender, _) = Sender(request => Attempts.Replied(request, status, errorText: "its words"));
        var failure = await Assert.ThrowsAsync<WfbssException>(() => sender.ReadAsync(Attempts.Read, CancellationToken.None));

        Assert.Equal(kind, failure.Kind.ToString());
        Assert.Equal(status, failure.StatusCode);
        Assert.NotEmpty(failure.RecommendedAction);
        Assert.NotNull(failure.TraceId);
        if (status != 200)
        {
            Assert.Contains("its words", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("NoConnection", "Unreachable")]
    [InlineData("TimedOut", "TimedOut")]
    [InlineData("Broken", "ServiceFailed")]
    public async Task A_read_without_reply_fails_with_what_it_was(string failure, string kind)
    {
        var (sender, _) = Sender(request => Attempts.Failed(request, Enum.Parse<AttemptFailure>(failure)));
        var thrown = await Assert.ThrowsAsync<WfbssException>(() => sender.ReadAsync(Attempts.Read, CancellationToken.None));

        Assert.Equal(kind, thrown.Kind.ToString());
        Assert.Null(thrown.StatusCode);
    }

    [Fact]
    public async Task A_caller_who_is_denied_with_a_clock_that_is_off_is_told_about_the_clock()
    {
        var (sender, _) = Sender(request => new Attempt
        {
            Request = request,
            TraceId = "T",
            Reply = new ServiceReply { Status = 401 },
            ClockSkew = TimeSpan.FromMinutes(-20),
        });

        var failure = await Assert.ThrowsAsync<WfbssException>(() => sender.ReadAsync(Attempts.Read, CancellationToken.None));

        Assert.Contains("clock is 20 minutes behind", failure.Message, StringComparison.Ordinal);
        Assert.Contains("clock", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(-20), sender.Session.ClockSkew);
    }

    [Fact]
    public async Task Each_attempt_is_in_the_debug_log_and_each_retry_in_the_verbose_log()
    {
        var log = new RecordingLog();
        var (sender, _) = Sender(request => Attempts.Replied(request, 500, errorText: "down"), log);
        await sender.SendAsync(Attempts.Read, CancellationToken.None);

        Assert.Equal(4, log.DebugLines.Count);
        Assert.All(log.DebugLines, line => Assert.Contains("GET report?cids=", line, StringComparison.Ordinal));
        Assert.All(log.DebugLines, line => Assert.Contains("HTTP 500 down", line, StringComparison.Ordinal));
        Assert.Equal(["retry 1 of 3", "retry 2 of 3", "retry 3 of 3"], log.VerboseLines.Select(line => line[(line.IndexOf('(') + 1)..line.IndexOf(')')]));
        Assert.DoesNotContain(TestSessions.Secret, string.Join('\n', log.DebugLines.Concat(log.VerboseLines)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_has_gone_is_not_waited_for()
    {
        using var cancellation = new CancellationTokenSource();
        var (sender, transport) = Sender(request =>
        {
            cancellation.Cancel();
            return Attempts.Failed(request, AttemptFailure.NoConnection);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendAsync(Attempts.Write, cancellation.Token));
        Assert.Single(transport.Requests);
    }

    private (RequestSender Sender, ScriptedTransport Transport) Sender(Func<ServiceRequest, Attempt> answer, IOperationLog? log = null)
    {
        var transport = new ScriptedTransport(answer);
        var options = TestSessions.Options with { TimeProvider = _time, MaximumRetryCount = 3 };
        return (TestSessions.SenderOver(transport, options, log), transport);
    }
}
