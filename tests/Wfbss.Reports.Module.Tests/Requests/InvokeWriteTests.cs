using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Requests;

public sealed class InvokeWriteTests
{
    private const string ByHand =
        """{"type":3,"setting":{"name":"By hand – 【週報】","enabled":1,"parameter":{"weekday":1,"email":0,"time":28800,"contents":[{"tbl_type":100}]}}}""";

    private const string Post = "Invoke-WfbssRequest report -Method post -Query @{ cids = $id }";

    [Theory]
    [InlineData("$json")]
    [InlineData("($json | ConvertFrom-Json)")]
    [InlineData("[ordered]@{ type = 3; setting = @{ name = 'By hand – 【週報】'; enabled = 1; parameter = @{ weekday = 1; email = 0; time = 28800; contents = @(@{ tbl_type = 100 }) } } }")]
    [InlineData("[pscustomobject]@{ type = 3; setting = [pscustomobject]@{ name = 'By hand – 【週報】'; enabled = 1; parameter = @{ weekday = [DayOfWeek]::Monday; email = 0; time = 28800; contents = @([pscustomobject]@{ tbl_type = 100 }) } } }")]
    [InlineData("(New-WfbssReportDefinition 'By hand – 【週報】' -DayOfWeek Monday -At 08:00 -Content 100)")]
    public async Task A_body_goes_out_as_the_json_that_it_is(string body)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync($"(Invoke-WfbssRequest report -Method POST -Query @{{ cids = $id }} -Body ({body})).customers", ("id", place.Ids[0]), ("json", ByHand));

        Assert.Equal(("Done", 1), (Assert.Single(run.Clean().Column("result")), Assert.Single(run.Column("rtid"))));
        JsonText.AssertSame(ByHand, Assert.Single(place.Writes).Body);
        Assert.Equal("By hand – 【週報】", Assert.Single(place.ReportsOf(0)).Name);
    }

    [Fact]
    public async Task Every_kind_of_value_goes_out_as_json_has_it()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            $$"""
            {{Post}} -Body ([ordered]@{
                text = "a`"b\c & ü"; number = 1.5; big = [long]9007199254740993; yes = $true; none = $null; empty = @(); one = @(1)
                guid = [guid]'00000000-0000-0000-0000-00000000abcd'; date = [datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]::Utc); nested = @(@(1, 2), @{})
            })
            """,
            ("id", place.Ids[0]));

        // The service has no use for it; what went out is what matters.
        run.FailedWith("RequestRefused");
        JsonText.AssertSame(
            """
            {"text":"a\"b\\c & ü","number":1.5,"big":9007199254740993,"yes":true,"none":null,"empty":[],"one":[1],
             "guid":"00000000-0000-0000-0000-00000000abcd","date":"2026-01-02T03:04:05.0000000Z","nested":[[1,2],{}]}
            """,
            Assert.Single(place.Writes).Body);
    }

    [Theory]
    [InlineData("'{ not json'", "not JSON")]
    [InlineData("@{ a = [double]::NaN }", "no number")]
    [InlineData("$self", "nested more than")]
    public async Task A_body_that_cannot_be_json_is_told_before_anything_is_sent(string body, string why)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync($"$self = @{{}}; $self.self = $self; {Post} -Body ({body})", ("id", place.Ids[0]));

        Assert.Contains(why, run.FailedWith("InvalidValue").ToString(), StringComparison.Ordinal);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Theory]
    [InlineData("POST", "-Body $json")]
    [InlineData("PUT", "-Body $json")]
    [InlineData("DELETE", "")]
    public async Task A_rehearsal_sends_no_write_and_shows_it(string method, string body)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { ReadOnly = true });

        var run = await place.RunAsync(
            $"Invoke-WfbssRequest report -Method {method} -Query ([ordered]@{{ cids = $id; rtid = 3 }}) {body} -WhatIf", ("id", place.Ids[0]), ("json", ByHand));

        Assert.Empty(run.Clean().Output);
        Assert.Equal((0, 0), (place.Server.Counters.Requests, place.Server.Counters.RefusedWrites));
        string[] shown = [method, $"cids={place.Ids[0]}", "rtid=3", body.Length == 0 ? "report?" : "By hand"];
        Assert.All(shown, part => Assert.Contains(part, place.Host.Screen.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rehearsal_sends_reads()
    {
        await using var place = await Workplace.StartAsync();

        Assert.Equal(25, (await place.RunAsync("Invoke-WfbssRequest customers -All -WhatIf")).Clean().Output.Count);
    }

    [Theory]
    [InlineData("Y", 1)]
    [InlineData("N", 0)]
    public async Task Confirm_asks_before_a_write(string answer, int created)
    {
        await using var place = await Workplace.StartAsync();
        place.Host.Screen.Answers.Enqueue(answer);

        (await place.RunAsync($"{Post} -Body $json -Confirm", ("id", place.Ids[0]), ("json", ByHand))).Clean();

        Assert.Single(place.Host.Screen.Questions);
        Assert.Equal(created, place.Server.Counters.Commits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_whose_answer_is_lost_is_an_error_that_says_so_and_is_not_sent_again(bool wasCarriedOut)
    {
        await using var place = await Workplace.StartAsync();
        place.Server.Faults.Script(wasCarriedOut ? SandboxFault.DropAfterCommit : SandboxFault.InternalError);

        var run = await place.RunAsync($"{Post} -Body $json", ("id", place.Ids[0]), ("json", ByHand));

        var error = run.FailedWith("ServiceFailed");
        Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
        Assert.Contains("not known; it was not sent again", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((1, wasCarriedOut ? 1 : 0), (place.Writes.Count, place.Server.Counters.Commits));
    }

    [Fact]
    public async Task A_write_that_is_known_not_to_have_been_done_is_sent_again()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.Faults.Script(SandboxFault.TooManyRequests());

        (await place.RunAsync($"{Post} -Body $json", ("id", place.Ids[0]), ("json", ByHand))).Clean();

        Assert.Equal((2, 1), (place.Writes.Count, place.Server.Counters.Commits));
    }

    [Fact]
    public async Task An_element_that_is_no_success_is_left_to_the_caller()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.State.Answer(Guid.Parse(place.Ids[0]), "SpecError", "report template spec error");

        var run = await place.RunAsync($"({Post} -Body $json).customers", ("id", place.Ids[0]), ("json", ByHand));

        Assert.Equal("SpecError", Assert.Single(run.Clean().Column("result")));
    }
}
