using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>A reply that does not say what happened: read back, then Done, sent again, or Unknown.</summary>
public sealed class UnknownOutcomeTests
{
    private const int Never = int.MaxValue;

    public static TheoryData<string> CarriedOut => [.. AfterCommit.Keys];

    public static TheoryData<string> NotCarriedOut => [.. BeforeCommit.Keys];

    public static TheoryData<string> All => [.. AfterCommit.Keys, .. BeforeCommit.Keys];

    private static Dictionary<string, SandboxFault> AfterCommit { get; } = new()
    {
        ["500 after the commit"] = SandboxFault.InternalErrorAfterCommit,
        ["dropped after the commit"] = SandboxFault.DropAfterCommit,
        ["closed after the commit"] = SandboxFault.CloseAfterCommit,
        ["reply past the timeout"] = SandboxFault.DelayReply(TimeSpan.FromHours(1)),
        ["truncated"] = SandboxFault.Truncate,
        ["garbage"] = SandboxFault.Garbage,
        ["oversized"] = SandboxFault.Oversized(),
    };

    private static Dictionary<string, SandboxFault> BeforeCommit { get; } = new()
    {
        ["500 before the commit"] = SandboxFault.InternalError,
        ["503 without Retry-After"] = SandboxFault.Unavailable(),
        ["reset at once"] = SandboxFault.RefuseConnection,
        ["dropped before the commit"] = SandboxFault.DropBeforeCommit,
        ["closed before the commit"] = SandboxFault.CloseBeforeCommit,
        ["a web page"] = SandboxFault.Html,
    };

    [Theory]
    [MemberData(nameof(CarriedOut))]
    public async Task A_write_that_was_carried_out_is_confirmed_by_reading_back_and_not_sent_again(string fault)
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(AfterCommit[fault], when: request => request.IsWrite);

        var results = await service.CreateAsync(service.Ids.Take(10));

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.All(results, result => Assert.True(result.ConfirmedByReadBack));
        Assert.All(results, result => Assert.Equal(1, result.ReportId));
        Assert.All(results, result => Assert.Equal(1, result.Attempts));
        Assert.Single(service.Writes);
        Assert.Equal(Enumerable.Repeat(1, 10), service.ReportCounts());
    }

    [Theory]
    [MemberData(nameof(NotCarriedOut))]
    public async Task A_write_that_is_proven_absent_is_sent_again(string fault)
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(BeforeCommit[fault], when: request => request.IsWrite);

        var results = await service.CreateAsync(service.Ids.Take(10));

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.All(results, result => Assert.False(result.ConfirmedByReadBack));
        Assert.All(results, result => Assert.Equal(2, result.Attempts));
        Assert.Equal(["POST", "GET", "POST"], service.Server.Counters.Log.Select(request => request.Method));
        Assert.Equal(Enumerable.Repeat(1, 10), service.ReportCounts());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task When_reading_back_fails_as_well_it_is_unknown_and_never_sent_again(string fault)
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script((AfterCommit.GetValueOrDefault(fault) ?? BeforeCommit[fault]), when: request => request.IsWrite);
        service.Server.Faults.Script(SandboxFault.InternalError, Never, request => !request.IsWrite);

        var results = await service.CreateAsync(service.Ids.Take(10));

        Assert.All(results, result => Assert.Equal("Unknown", result.Status));
        Assert.All(results, result => Assert.Contains("reading back failed", result.Message));
        Assert.Single(service.Writes);
        Assert.Equal(Enumerable.Repeat(AfterCommit.ContainsKey(fault) ? 1 : 0, 10), service.ReportCounts());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Reading_back_is_itself_tried_again(string fault)
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(SandboxFault.DropAfterCommit, when: request => request.IsWrite);
        service.Server.Faults.Script((AfterCommit.GetValueOrDefault(fault) ?? BeforeCommit[fault]), when: request => !request.IsWrite);

        var results = await service.CreateAsync(service.Ids.Take(10));

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.All(results, result => Assert.True(result.ConfirmedByReadBack));
        Assert.Equal(2, service.ReadBacks.Length);
        Assert.Single(service.Writes);
    }

    [Fact]
    public async Task A_write_that_keeps_failing_and_stays_absent_is_not_done()
    {
        await using var service = await OpenAsync();
        service.Server.Faults.Script(SandboxFault.InternalError, Never, request => request.IsWrite);

        var results = await service.CreateAsync(service.Ids.Take(10));

        Assert.All(results, result => Assert.Equal("NotDone", result.Status));
        Assert.All(results, result => Assert.True(result.ConfirmedByReadBack));
        Assert.All(results, result => Assert.Contains("there is no report", result.Message));
        Assert.Equal(6, service.Writes.Length);
        Assert.Equal(0, service.ReportCounts().Sum());
    }

    [Fact]
    public async Task Of_a_batch_only_those_proven_absent_are_sent_again()
    {
        await using var service = await OpenAsync();
        var ids = service.Ids.Take(10).ToArray();
        var body = ReportBody.WriteText(Samples.WeeklyByEmail);
        foreach (var id in ids.Take(4))
        {
            service.Server.State.AddReport(id.Value, body);
        }

        service.Server.Faults.Script(SandboxFault.DropBeforeCommit, when: request => request.IsWrite);

        var results = await service.CreateAsync(ids);

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.Equal(ids.Select((_, index) => index < 4), results.Select(result => result.ConfirmedByReadBack));
        Assert.Equal(ids.Skip(4).Select(id => id.Value), service.Writes[1].CustomerIds);
    }

    [Fact]
    public async Task A_report_of_the_name_with_other_settings_that_has_run_before_is_not_taken_for_the_write()
    {
        await using var service = await OpenAsync();
        var id = service.Ids[0];
        service.Server.State.AddReport(id.Value, Namesake(runCount: 4));
        service.Server.Faults.Script(SandboxFault.DropBeforeCommit, when: request => request.IsWrite);

        var result = Assert.Single(await service.CreateAsync([id]));

        Assert.Equal("Done", result.Status);
        Assert.Equal(2, result.ReportId);
        Assert.False(result.ConfirmedByReadBack);
    }

    [Fact]
    public async Task A_report_of_the_name_with_other_settings_that_never_ran_leaves_it_unknown()
    {
        await using var service = await OpenAsync();
        var id = service.Ids[0];
        service.Server.State.AddReport(id.Value, Namesake(runCount: 0));
        service.Server.Faults.Script(SandboxFault.DropBeforeCommit, when: request => request.IsWrite);

        var result = Assert.Single(await service.CreateAsync([id]));

        Assert.Equal("Unknown", result.Status);
        Assert.Contains("has never run, and differs: At", result.Message);
        Assert.Single(service.Writes);
    }

    [Fact]
    public async Task A_customer_that_the_service_does_not_know_is_told_from_one_without_reports()
    {
        await using var service = await OpenAsync(new SandboxOptions { OmitCustomersWithoutReports = true });
        CustomerId[] ids = [service.Ids[0], new(Guid.NewGuid())];
        service.Server.Faults.Script(SandboxFault.DropBeforeCommit, when: request => request.IsWrite);

        var results = await service.CreateAsync(ids);

        Assert.Equal(["Done", "NotReturned"], results.Select(result => result.Status));
        Assert.Equal([1, 0], results.Select(result => result.ReportId ?? 0));
        Assert.Single(service.Writes[1].CustomerIds);
    }

    private static SandboxReport Namesake(int runCount) =>
        SandboxReport.Parse(ReportBody.WriteText(Samples.WeeklyByEmail)) with { Number = runCount, Time = 60 };

    // Long enough for a busy machine, short enough to be waited for where a reply never comes.
    private static Task<SandboxConnection> OpenAsync(SandboxOptions? sandbox = null) =>
        SandboxConnection.OpenAsync(sandbox ?? new SandboxOptions { Customers = 10 }, options => options with { Timeout = TimeSpan.FromSeconds(2) });
}
