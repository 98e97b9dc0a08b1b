using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class SignatureTests : SandboxTest
{
    private static readonly JsonElement Vectors = SignatureVectors.Root;

    public static TheoryData<string, string, string, string> AllVectors
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var vector in Vectors.GetProperty("vectors").EnumerateArray())
            {
                data.Add(Text(vector, "method"), Text(vector, "target"), Text(vector, "body"), Text(vector, "signature"));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(AllVectors))]
    public async Task Every_worked_example_is_let_in_over_the_wire(string method, string target, string body, string signature)
    {
        await StartWithVectorKeyAsync();

        var reply = await Caller.SendAsync(method.ToUpperInvariant(), target, body, request => Replace(request, "x-signature", signature));

        Assert.NotEqual(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal(0, Server.Counters.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(AllVectors))]
    public async Task Every_worked_example_with_another_target_is_kept_out(string method, string target, string body, string signature)
    {
        await StartWithVectorKeyAsync();
        var other = target + (target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "x=1";

        var reply = await Caller.SendAsync(method.ToUpperInvariant(), other, body, request => Replace(request, "x-signature", signature));

        reply.IsError(HttpStatusCode.Unauthorized, "x-signature");
    }

    [Theory]
    [MemberData(nameof(AllVectors))]
    public void The_tests_own_signer_agrees_with_every_worked_example(string method, string target, string body, string signature) =>
        Assert.Equal(signature, Signer.Sign(Text(Vectors, "secretKey"), Text(Vectors, "posixTime"), method, target, body));

    [Theory]
    [InlineData("x-access-token")]
    [InlineData("x-posix-time")]
    [InlineData("x-signature")]
    [InlineData("x-traceid")]
    public async Task A_request_without_one_of_the_headers_is_kept_out_and_told_which(string header)
    {
        await StartAsync();

        var reply = await Caller.SendAsync("GET", Caller.Api + "customers", change: request => request.Headers.Remove(header));

        reply.IsError(HttpStatusCode.Unauthorized, $"The header {header} is missing.");
        Assert.Equal(1, Server.Counters.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_token_is_told_apart_from_a_wrong_signature()
    {
        await StartAsync();

        var token = await Caller.SendAsync("GET", Caller.Api + "customers", change: request => Replace(request, "x-access-token", Guid.NewGuid().ToString()));
        var signature = await Caller.SendAsync("GET", Caller.Api + "customers", change: request => Replace(request, "x-signature", "bm90IGE="));

        token.IsError(HttpStatusCode.Unauthorized, "access token");
        signature.IsError(HttpStatusCode.Unauthorized, "signature");
    }

    [Fact]
    public async Task A_body_that_was_changed_after_signing_is_kept_out()
    {
        await StartAsync();

        var reply = await Caller.SendAsync("POST", Caller.Api + "report?" + Cids(First), Bodies.Weekly, request => request.Content = new StringContent(Bodies.Monthly));

        reply.IsError(HttpStatusCode.Unauthorized, "signature");
        Assert.Empty(First.Reports);
    }

    [Theory]
    [InlineData(-900, true)]
    [InlineData(-901, false)]
    [InlineData(900, true)]
    [InlineData(901, false)]
    public async Task The_clock_may_be_fifteen_minutes_off_and_no_more(int seconds, bool allowed)
    {
        await StartWithVectorKeyAsync();

        var reply = await SendAtAsync(long.Parse(Text(Vectors, "posixTime"), CultureInfo.InvariantCulture) + seconds);

        if (allowed)
        {
            Assert.Equal(HttpStatusCode.OK, reply.Status);
        }
        else
        {
            reply.IsError(HttpStatusCode.Unauthorized, "901 seconds away");
        }
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1363797148.5")]
    public async Task A_time_that_is_not_a_number_of_seconds_is_kept_out(string time)
    {
        await StartAsync();

        var reply = await Caller.SendAsync("GET", Caller.Api + "customers", change: request => Replace(request, "x-posix-time", time));

        reply.IsError(HttpStatusCode.Unauthorized, "x-posix-time");
    }

    [Fact]
    public async Task The_greatest_number_of_seconds_is_only_far_away()
    {
        await StartAsync();

        var reply = await SendAtAsync(long.MaxValue);

        reply.IsError(HttpStatusCode.Unauthorized, "seconds away");
    }

    [Fact]
    public async Task The_date_header_tells_the_services_clock()
    {
        await StartAsync(new SandboxOptions { ClockOffset = TimeSpan.FromHours(-2) });

        var reply = await Caller.GetAsync("customers");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(DateTimeOffset.UtcNow.AddHours(-2), reply.Headers.Date!.Value, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_trace_id_serves_once()
    {
        await StartAsync();
        var traceId = Guid.NewGuid().ToString();

        var first = await Caller.SendAsync("GET", Caller.Api + "customers", change: request => Replace(request, "x-traceid", traceId));
        var second = await Caller.SendAsync("GET", Caller.Api + "customers", change: request => Replace(request, "x-traceid", traceId.ToUpperInvariant()));
        var third = await Caller.SendAsync("GET", Caller.Api + "customers", change: request => Replace(request, "x-traceid", "trace-3"));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        second.IsError(HttpStatusCode.BadRequest, "used before");
        third.IsError(HttpStatusCode.BadRequest, "not a GUID");
    }

    [Fact]
    public async Task A_trace_id_serves_often_when_so_configured()
    {
        await StartAsync(new SandboxOptions { RejectRepeatedTraceIds = false });
        var traceId = Guid.NewGuid().ToString();

        for (var i = 0; i < 2; i++)
        {
            var reply = await Caller.SendAsync("GET", Caller.Api + "customers", change: request => Replace(request, "x-traceid", traceId));
            Assert.Equal(HttpStatusCode.OK, reply.Status);
        }
    }

    private Task StartWithVectorKeyAsync() => StartAsync(new SandboxOptions
    {
        SecretKey = Text(Vectors, "secretKey"),
        TimeProvider = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(long.Parse(Text(Vectors, "posixTime"), CultureInfo.InvariantCulture))),
    });

    private Task<Reply> SendAtAsync(long seconds)
    {
        const string target = Caller.Api + "customers";
        var time = seconds.ToString(CultureInfo.InvariantCulture);
        return Caller.SendAsync("GET", target, change: request =>
        {
            Replace(request, "x-posix-time", time);
            Replace(request, "x-signature", Signer.Sign(Server.SecretKey, time, "GET", target, ""));
        });
    }

    private static void Replace(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.Add(header, value);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
