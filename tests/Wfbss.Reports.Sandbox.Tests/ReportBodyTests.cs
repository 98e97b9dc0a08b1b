using System.Net;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class ReportBodyTests : SandboxTest
{
    [Theory]
    [InlineData("type", null)]
    [InlineData("type", "2")]
    [InlineData("type", "\"3\"")]
    [InlineData("type", "3.5")]
    [InlineData("setting", null)]
    [InlineData("setting", "[]")]
    [InlineData("setting.name", null)]
    [InlineData("setting.name", "\"\"")]
    [InlineData("setting.name", "\"  \"")]
    [InlineData("setting.name", "7")]
    [InlineData("setting.name", "\"a\\u0007b\"")]
    [InlineData("setting.enabled", null)]
    [InlineData("setting.enabled", "2")]
    [InlineData("setting.enabled", "true")]
    [InlineData("setting.parameter", null)]
    [InlineData("setting.parameter.time", null)]
    [InlineData("setting.parameter.time", "-1")]
    [InlineData("setting.parameter.time", "86400")]
    [InlineData("setting.parameter.time", "\"08:00\"")]
    [InlineData("setting.parameter.email", null)]
    [InlineData("setting.parameter.email", "2")]
    [InlineData("setting.parameter.weekday", null)]
    [InlineData("setting.parameter.weekday", "7")]
    [InlineData("setting.parameter.weekday", "-1")]
    [InlineData("setting.parameter.weekday", "null")]
    [InlineData("setting.parameter.monthday", "32")]
    [InlineData("setting.parameter.contents", null)]
    [InlineData("setting.parameter.contents", "[]")]
    [InlineData("setting.parameter.contents", "[100]")]
    [InlineData("setting.parameter.contents", "[{\"tbl_type\":100},{\"tbl_type\":103}]")]
    [InlineData("setting.parameter.gids", "1")]
    [InlineData("setting.parameter.gids", "[0]")]
    [InlineData("setting.parameter.gids", "[\"1\"]")]
    [InlineData("setting.parameter.address", "\"soc@example.com\"")]
    [InlineData("setting.parameter.address", "[\"nobody\"]")]
    [InlineData("setting.parameter.address", "[\"a@example.com, b@example.com\"]")]
    public async Task A_body_against_the_specification_is_refused_with_the_members_name(string member, string? json)
    {
        await StartAsync();

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.With(Bodies.Weekly, member, json));

        reply.IsError(HttpStatusCode.BadRequest, member);
        Assert.Empty(First.Reports);
    }

    [Theory]
    [InlineData('\\')]
    [InlineData('/')]
    [InlineData(':')]
    [InlineData(';')]
    [InlineData('*')]
    [InlineData('?')]
    [InlineData('"')]
    [InlineData('<')]
    [InlineData('>')]
    [InlineData('|')]
    public async Task A_forbidden_character_in_the_name_is_refused(char character)
    {
        await StartAsync();

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.Named($"a{character}b"));

        reply.IsError(HttpStatusCode.BadRequest, "setting.name");
    }

    [Theory]
    [InlineData("1st report")]
    [InlineData("Bericht für Müller & Söhne")]
    [InlineData("週次レポート（東京）")]
    [InlineData("100% + more, isn't it")]
    public async Task Any_other_name_is_stored_as_it_is(string name)
    {
        await StartAsync();

        await Caller.PostAsync("report?" + Cids(First), Bodies.Named(name));

        Assert.Equal(name, Assert.Single(First.Reports).Name);
    }

    [Theory]
    [InlineData("setting.parameter.monthday", null)]
    [InlineData("setting.parameter.monthday", "0")]
    [InlineData("setting.parameter.monthday", "32")]
    [InlineData("setting.parameter.address", null)]
    [InlineData("setting.parameter.address", "[]")]
    public async Task A_monthly_report_by_mail_needs_its_day_and_its_addresses(string member, string? json)
    {
        await StartAsync();

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.With(Bodies.Monthly, member, json));

        reply.IsError(HttpStatusCode.BadRequest, member);
    }

    [Theory]
    [InlineData("extra")]
    [InlineData("setting.extra")]
    [InlineData("setting.parameter.extra")]
    public async Task Members_nobody_knows_are_tolerated(string member)
    {
        await StartAsync();

        var reply = await Caller.PostAsync("report?" + Cids(First), Bodies.With(Bodies.Weekly, member, "{\"a\":[1]}"));

        Assert.Equal("Done", reply.Customer.GetProperty("result").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":3,"type":4}""")]
    public async Task A_body_that_is_no_report_at_all_is_refused(string body)
    {
        await StartAsync();

        var reply = await Caller.PostAsync("report?" + Cids(First), body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.False(string.IsNullOrEmpty(reply.Message));
    }

    [Fact]
    public async Task Every_content_of_the_specification_is_known()
    {
        await StartAsync();
        int[] numbers = [100, 101, 102, 200, 201, 202, 300, 301, 400, 500, 501, 600, 601, 700, 701];
        var contents = "[" + string.Join(',', numbers.Select(number => $"{{\"tbl_type\":{number}}}")) + "]";

        await Caller.PostAsync("report?" + Cids(First), Bodies.With(Bodies.Weekly, "setting.parameter.contents", contents));

        Assert.Equal(numbers, Assert.Single(First.Reports).Contents);
    }

    [Fact]
    public async Task A_body_over_the_size_limit_is_refused()
    {
        await StartAsync();

        // The answer comes before the body is sent: a connection that is closed in the middle of it may lose the answer.
        var body = Bodies.Named(new string('x', 2 * 1024 * 1024));
        var reply = await Caller.SendAsync("POST", Caller.Api + "report?" + Cids(First), body, request => request.Headers.ExpectContinue = true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
    }
}
