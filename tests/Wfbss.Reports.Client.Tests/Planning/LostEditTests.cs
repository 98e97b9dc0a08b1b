using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Planning;

/// <summary>Replacing and removing where the answer is lost, refuses, or never comes.</summary>
public sealed class LostEditTests
{
    private const int Never = int.MaxValue;
    private static readonly TimeSpan TwoOClock = TimeSpan.FromHours(14);

    private static readonly ReportChanges Later = new() { At = TwoOClock };
    private static readonly ReportChanges OtherContents = new() { Contents = [ReportContent.FromNumber(700)] };

    public static TheoryData<string> CarriedOut => [.. AfterCommit.Keys];

    public static TheoryData<string> NotCarriedOut => [.. BeforeCommit.Keys];

    private static Dictionary<string, SandboxFault> AfterCommit { get; } = new()
    {
        ["500 after the commit"] = SandboxFault.InternalErrorAfterCommit,
        ["dropped after the commit"] = SandboxFault.DropAfterCommit,
        ["closed after the commit"] = SandboxFault.CloseAfterCommit,
        ["reply past the timeout"] = SandboxFault.DelayReply(TimeSpan.FromHours(1)),
        ["truncated"] = SandboxFault.Truncate,
        ["garbage"] = SandboxFault.Garbage,
    };

    private static Dictionary<string, SandboxFault> BeforeCommit { get; } = new()
    {
        ["500 before the commit"] = SandboxFault.InternalError,
        ["503 without Retry-After"] = SandboxFault.Unavailable(),
        ["dropped before the commit"] = SandboxFault.DropBeforeCommit,
        ["closed before the commit"] = SandboxFault.CloseBeforeCommit,
        ["a web page"] = SandboxFault.Html,
    };

    [Theory]
    [MemberData(nameof(CarriedOut))]
    public async Task A_replace_that_was_carried_out_is_confirmed_and_not_sent_again(string fault)
    {
        await using var service = await OpenAsync(returnContents: true);
        service.Server.Faults.Script(AfterCommit[fault], when: request => request.IsWrite);

        var results = await service.ChangeAsync(Later);

        Assert.All(results, result => Assert.Equal(("Done", true, 1), (result.Status, result.ConfirmedByReadBack, result.Attempts)));
        Assert.Single(service.Writes);
        Assert.All(service.Server.State.Customers, customer => Assert.Equal(14 * 3600, Assert.Single(customer.Reports).Time));
    }

    [Theory]
    [MemberData(nameof(CarriedOut))]
    public async Task A_removal_that_was_carried_out_is_confirmed_and_not_sent_again(string fault)
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(AfterCommit[fault], when: request => request.IsWrite);

        var results = await service.RemoveAsync();

        Assert.All(results, result => Assert.Equal(("Done", true, 1), (result.Status, result.ConfirmedByReadBack, result.ReportId)));
        Assert.Single(service.Writes);
        Assert.Equal(0, service.ReportCounts().Sum());
    }

    [Theory]
    [MemberData(nameof(NotCarriedOut))]
    public async Task What_was_not_carried_out_is_sent_again(string fault)
    {
        await using var service = await OpenAsync(returnContents: true);
        service.Server.Faults.Script(BeforeCommit[fault], when: request => request.IsWrite);
        var replaced = await service.ChangeAsync(Later);
        service.Server.Faults.Script(BeforeCommit[fault], when: request => request.IsWrite);
        var removed = await service.RemoveAsync();

        Assert.All([.. replaced, .. removed], result => Assert.Equal(("Done", false, 2), (result.Status, result.ConfirmedByReadBack, result.Attempts)));
        Assert.Equal(["GET", "PUT", "GET", "PUT", "GET", "DELETE", "GET", "DELETE"], service.Server.Counters.Log.Select(request => request.Method));
        Assert.Equal(0, service.ReportCounts().Sum());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_setting_that_is_seen_to_have_changed_confirms_those_that_are_not_shown(bool isShown)
    {
        await using var service = await OpenAsync(isShown);
        service.Server.Faults.Script(SandboxFault.DropAfterCommit, when: request => request.IsWrite);

        var results = await service.ChangeAsync(OtherContents with { At = TwoOClock });

        Assert.All(results, result => Assert.Equal(("Done", true), (result.Status, result.ConfirmedByReadBack)));
        Assert.Single(service.Writes);
    }

    [Fact]
    public async Task A_change_that_the_service_does_not_show_is_never_taken_for_done_because_nothing_differs()
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(SandboxFault.DropBeforeCommit, when: request => request.IsWrite);

        var results = await service.ChangeAsync(OtherContents);

        Assert.All(results, result => Assert.Equal(("Done", false, 2), (result.Status, result.ConfirmedByReadBack, result.Attempts)));
        Assert.All(service.Server.State.Customers, customer => Assert.Equal([700], Assert.Single(customer.Reports).Contents));
    }

    [Fact]
    public async Task A_change_that_the_service_does_not_show_and_never_answers_is_unknown()
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(SandboxFault.InternalErrorAfterCommit, Never, request => request.IsWrite);

        var results = await service.ChangeAsync(OtherContents);

        Assert.All(results, result => Assert.Equal("Unknown", result.Status));
        Assert.All(results, result => Assert.Contains("does not show what was changed", result.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_keeps_failing_and_is_seen_not_to_happen_is_not_done()
    {
        await using var service = await OpenAsync(returnContents: true);
        service.Server.Faults.Script(SandboxFault.InternalError, Never, request => request.IsWrite);

        var replaced = await service.ChangeAsync(Later);
        var removed = await service.RemoveAsync();

        Assert.All(replaced, result => Assert.Equal("NotDone", result.Status));
        Assert.All(replaced, result => Assert.Contains("does not have the settings", result.Message, StringComparison.Ordinal));
        Assert.All(removed, result => Assert.Equal("NotDone", result.Status));
        Assert.All(removed, result => Assert.Contains("still there", result.Message, StringComparison.Ordinal));
        Assert.Equal(0, service.Server.Counters.Commits);
    }

    [Fact]
    public async Task When_reading_back_fails_as_well_it_is_unknown_and_not_sent_again()
    {
        await using var service = await OpenAsync(returnContents: true);
        var changes = await service.PlanAsync(Later, service.Ids.Take(2));
        var removals = await service.PlanAsync(changes: null, service.Ids.Skip(2));
        service.Server.Faults.Script(SandboxFault.DropAfterCommit, Never, request => request.IsWrite);
        service.Server.Faults.Script(SandboxFault.InternalError, Never, request => !request.IsWrite);

        var results = await service.ApplyAsync([.. changes, .. removals]);

        Assert.All(results, result => Assert.Equal(("Unknown", "Unknown"), (result.Status, result.Action.ToString())));
        // Of different customers, so either may arrive first.
        Assert.Equal(["DELETE", "PUT"], service.Writes.Select(request => request.Method).Order());
    }

    [Fact]
    public async Task A_report_that_somebody_else_has_removed_is_not_found_to_replace_and_done_to_remove()
    {
        await using var service = await OpenAsync(returnContents: true);
        var changes = await service.PlanAsync(Later, service.Ids.Take(2));
        var removals = await service.PlanAsync(changes: null, service.Ids.Skip(2));
        service.Server.State.ClearReports();

        var results = await service.ApplyAsync([.. changes, .. removals]);

        Assert.Equal(["NotFound", "NotFound", "Done", "Done"], results.Select(result => result.Status));
        Assert.All(results, result => Assert.True(result.ConfirmedByReadBack));
        // Of different customers, so either may arrive first.
        Assert.Equal(["DELETE", "PUT"], service.Writes.Select(request => request.Method).Order());
    }

    [Fact]
    public async Task A_refusal_because_the_report_is_gone_is_not_found()
    {
        await using var service = await OpenAsync(returnContents: true);
        var changes = await service.PlanAsync(Later, service.Ids.Take(1));
        service.Server.State.ClearReports(service.Ids[0].Value);
        service.Server.Faults.Script(SandboxFault.NotFound, when: request => request.IsWrite);

        var result = Assert.Single(await service.ApplyAsync(changes));

        Assert.Equal("NotFound", result.Status);
    }

    [Fact]
    public async Task What_the_service_says_of_a_report_that_is_there_stays()
    {
        await using var service = await OpenAsync(returnContents: true);
        service.Server.State.Answer(service.Ids[0].Value, "InternalError", "out of paper");
        service.Server.State.Answer(service.Ids[1].Value, "SpecError", "report template spec error");
        service.Server.State.Expire(service.Ids[2].Value);

        var results = await service.ChangeAsync(Later);

        Assert.Equal(["InternalError", "SpecError", "Refused", "Done"], results.Select(result => result.Status));
        Assert.Contains("out of paper", results[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_share_a_call_only_where_one_id_and_one_body_mean_the_same_for_each()
    {
        await using var service = await OpenAsync(returnContents: true);
        var ids = service.Ids;
        // The report of the last customer gets another id than that of the others, and the third one other settings.
        service.Server.State.ClearReports(ids[3].Value);
        service.Server.State.AddReport(ids[3].Value, Stored());
        service.Server.State.ClearReports(ids[2].Value);
        service.Server.State.RemoveCustomer(ids[2].Value);
        var other = service.Server.State.AddCustomer("Other");
        service.Server.State.AddReport(other.Id, Stored() with { Addresses = ["other@example.com"] });

        var results = await service.ChangeAsync(Later);

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        var calls = service.Writes.Select(request => (request.Rtid, request.CustomerIds.Count)).Order();
        Assert.Equal([("1", 1), ("1", 2), ("2", 1)], calls);
        Assert.Equal("other@example.com", Assert.Single(Assert.Single(other.Reports).Addresses));
    }

    private static SandboxReport Stored() => SandboxReport.Parse(ReportBody.WriteText(Samples.WeeklyByEmail));

    private static async Task<SandboxConnection> OpenAsync(bool returnContents = false)
    {
        var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 4, ReturnContents = returnContents },
            options => options with { Timeout = TimeSpan.FromSeconds(2) });
        foreach (var id in service.Ids)
        {
            service.Server.State.AddReport(id.Value, Stored());
        }

        return service;
    }
}
