using System.Net;
using Microsoft.Extensions.Time.Testing;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class RefusalFaultTests : SandboxTest
{
    public static TheoryData<string, HttpStatusCode> Refusals => new()
    {
        { nameof(SandboxFault.TooManyRequests), HttpStatusCode.TooManyRequests },
        { nameof(SandboxFault.Unavailable), HttpStatusCode.ServiceUnavailable },
        { nameof(SandboxFault.InternalError), HttpStatusCode.InternalServerError },
        { nameof(SandboxFault.BadRequest), HttpStatusCode.BadRequest },
        { nameof(SandboxFault.NotFound), HttpStatusCode.NotFound },
        { nameof(SandboxFault.Unauthorized), HttpStatusCode.Unauthorized },
        { nameof(SandboxFault.Forbidden), HttpStatusCode.Forbidden },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_its_status_stores_nothing_and_is_over_after_once(string name, HttpStatusCode status)
    {
        await StartAsync();
        var fault = SandboxFault.All(TimeSpan.Zero, TimeSpan.Zero).First(candidate => candidate.Name == name);
        Server.Faults.Script(fault);

        var refused = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        var stored = First.Reports.Count;
        var next = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        refused.IsError(status, fault.Message);
        Assert.Null(refused.Headers.RetryAfter);
        Assert.Equal(0, stored);
        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.Equal(1, Server.Counters.FaultsInjected[name]);
        Assert.Equal(0, Server.Counters.Unauthorized);
    }

    [Fact]
    public async Task A_web_page_instead_of_a_reply_stores_nothing()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.Html);

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (reply.Status, reply.ContentType));
        Assert.StartsWith("<!DOCTYPE html>", reply.Text, StringComparison.Ordinal);
        Assert.Empty(First.Reports);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1_500, 2)]
    [InlineData(7_000, 7)]
    public async Task Retry_after_is_whole_seconds_rounded_up(int milliseconds, int seconds)
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.TooManyRequests(TimeSpan.FromMilliseconds(milliseconds)));

        var reply = await Caller.GetAsync("customers");

        Assert.Equal(TimeSpan.FromSeconds(seconds), reply.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_by_the_services_clock()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 12, 0, 0, 400, TimeSpan.Zero));
        await StartAsync(new SandboxOptions { TimeProvider = time, ClockOffset = TimeSpan.FromHours(1) });
        Server.Faults.Script(SandboxFault.Unavailable(TimeSpan.FromSeconds(30), asDate: true));

        var reply = await Caller.GetAsync("customers");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 13, 0, 31, TimeSpan.Zero), reply.Headers.RetryAfter!.Date);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 13, 0, 0, TimeSpan.Zero), reply.Headers.Date);
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(300, 1)]
    [InlineData(9_900, 1)]
    [InlineData(10_000, 0)]
    [InlineData(60_000, 0)]
    public async Task Requests_that_come_before_retry_after_is_over_are_counted(int milliseconds, int early)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await StartAsync(new SandboxOptions { TimeProvider = time });
        Server.Faults.Script(SandboxFault.TooManyRequests(TimeSpan.FromSeconds(10)));
        await Caller.GetAsync("customers");

        time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        var reply = await Caller.GetAsync("customers");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(early, Server.Counters.EarlyRequests);
    }

    [Fact]
    public async Task Early_requests_can_be_refused_again()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
        await StartAsync(new SandboxOptions { TimeProvider = time, RejectEarlyRequests = true });
        Server.Faults.Script(SandboxFault.TooManyRequests(TimeSpan.FromSeconds(10)));
        await Caller.GetAsync("customers");

        time.Advance(TimeSpan.FromSeconds(4));
        var early = await Caller.GetAsync("customers");
        time.Advance(TimeSpan.FromSeconds(6));
        var inTime = await Caller.GetAsync("customers");

        early.IsError(HttpStatusCode.TooManyRequests, "Too many requests");
        Assert.Equal(TimeSpan.FromSeconds(6), early.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, inTime.Status);
    }
}
