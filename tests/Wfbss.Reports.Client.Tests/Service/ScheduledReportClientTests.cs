using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>What a C# user calls: every customer is returned, and whoever stops asking stops the work.</summary>
public sealed class ScheduledReportClientTests
{
    private static readonly ReportDefinition Weekly = Samples.WeeklyByEmail;
    private static readonly ReportChanges Later = new() { At = TimeSpan.FromHours(9), Contents = Weekly.Contents };
    private static readonly WriteRunOptions OneAtATime = new() { ThrottleLimit = 1 };

    [Fact]
    public async Task Each_customer_is_returned_once_in_the_order_of_the_input_however_often_it_is_given()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 25 });
        var reports = new ScheduledReportClient(service.Session);
        CustomerId[] ids = [.. service.Ids.Reverse()];
        CustomerId[] repeated = [.. ids, .. ids];

        var created = await AllAsync(reports.CreateAsync(repeated, Weekly));
        var changed = await AllAsync(reports.ChangeAsync(repeated, Weekly.Name, Later, OneAtATime));
        var compared = await AllAsync(reports.CompareAsync(repeated, [Weekly], throttleLimit: 1));
        var synced = await AllAsync(reports.SyncAsync(repeated, [Weekly], options: OneAtATime));
        var read = await AllAsync(reports.ReadAsync(repeated, throttleLimit: 1));
        var removed = await AllAsync(reports.RemoveAsync(repeated, Weekly.Name, OneAtATime));

        string[] expected = [.. ids.Select(id => id.ToString())];
        Assert.Equal(expected, created.Select(result => result.CustomerId));
        Assert.Equal(expected, changed.Select(result => result.CustomerId));
        Assert.Equal(expected, compared.Select(comparison => comparison.CustomerId));
        Assert.Equal(expected, synced.Select(result => result.CustomerId));
        Assert.Equal(expected, read.Select(customer => customer.CustomerId));
        Assert.Equal(expected, removed.Select(result => result.CustomerId));
        Assert.All(created.Concat(changed).Concat(removed), result => Assert.True(result is { Succeeded: true } and not SyncResult, result.Message));
        Assert.All(compared, comparison => Assert.Equal(ReportState.Different, comparison.State));
        Assert.All(synced, result => Assert.Equal(SyncAction.Replaced, result.Action));
        Assert.All(service.ReportCounts(), count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task A_customer_that_the_service_does_not_know_is_returned_as_such_by_every_method()
    {
        await using var service = await SandboxConnection.OpenAsync();
        var reports = new ScheduledReportClient(service.Session);
        CustomerId[] nobody = [Ids.Of(1)];

        string[] told =
        [
            .. (await AllAsync(reports.ReadAsync(nobody))).Select(customer => customer.Reports is null ? customer.Status : "has reports"),
            .. (await AllAsync(reports.CreateAsync(nobody, Weekly))).Select(result => result.Status),
            .. (await AllAsync(reports.ChangeAsync(nobody, Weekly.Name, Later))).Select(result => result.Status),
            .. (await AllAsync(reports.CompareAsync(nobody, [Weekly]))).Select(comparison => comparison.State),
            .. (await AllAsync(reports.SyncAsync(nobody, [Weekly]))).Select(result => result.Status),
            .. (await AllAsync(reports.RemoveAsync(nobody, Weekly.Name))).Select(result => result.Status),
        ];

        Assert.Equal(Enumerable.Repeat("NotReturned", 6), told);
    }

    [Fact]
    public async Task A_refused_key_pair_is_thrown_after_every_customer_was_returned()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 60 });
        service.Server.Faults.Script(SandboxFault.Unauthorized, times: 100);
        var reports = new ScheduledReportClient(service.Session);

        Assert.Equal(60, await CountUntilDeniedAsync(reports.CreateAsync(service.Ids, Weekly, OneAtATime)));
        Assert.Equal(60, await CountUntilDeniedAsync(reports.RemoveAsync(service.Ids, Weekly.Name, OneAtATime)));
        Assert.Equal(60, await CountUntilDeniedAsync(reports.SyncAsync(service.Ids, [Weekly], options: OneAtATime)));
        Assert.Equal(60, await CountUntilDeniedAsync(reports.ReadAsync(service.Ids, throttleLimit: 1)));
        Assert.Equal(4, service.Server.Counters.Log.Count);
    }

    [Fact]
    public async Task Whoever_stops_asking_stops_the_work()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 500 });
        var second = service.Ids[10].Value;
        service.Server.Faults.Script(SandboxFault.DelayReply(TimeSpan.FromMinutes(5)), when: request => request.CustomerIds.Contains(second));

        var first = await new ScheduledReportClient(service.Session)
            .CreateAsync(service.Ids, Weekly, new WriteRunOptions { ThrottleLimit = 2 })
            .FirstAsync(TestContext.Current.CancellationToken).AsTask().Soon();
        var sent = service.Writes.Length;

        Assert.Equal("Done", first.Status);
        Assert.InRange(sent, 1, 10);
        await service.CreateAsync(service.Ids[490..]);
        Assert.Equal(sent + 1, service.Writes.Length);
    }

    [Fact]
    public async Task A_cancellation_does_not_wait_for_a_slow_reply()
    {
        await using var service = await SandboxConnection.OpenAsync();
        service.Server.Faults.Script(SandboxFault.DelayReply(TimeSpan.FromMinutes(5)), times: 100);
        using var cancellation = new CancellationTokenSource();
        var results = AllAsync(new ScheduledReportClient(service.Session).CreateAsync(service.Ids, Weekly, cancellationToken: cancellation.Token));
        await Patience.UntilAsync(() => service.Writes.Length > 0, "a write arrived");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => results.Soon());
    }

    [Fact]
    public async Task What_is_invalid_is_thrown_before_anything_is_sent()
    {
        await using var service = await SandboxConnection.OpenAsync();
        var reports = new ScheduledReportClient(service.Session);
        var invalid = Weekly with { Name = "" };

        Assert.Throws<WfbssException>(() => reports.CreateAsync(service.Ids, invalid));
        Assert.Throws<WfbssException>(() => reports.CompareAsync(service.Ids, []));
        Assert.Throws<WfbssException>(() => reports.SyncAsync(service.Ids, [Weekly, Weekly]));
        Assert.Throws<WfbssException>(() => reports.ChangeAsync(service.Ids, Weekly.Name, new ReportChanges { DayOfMonth = 32 }));
        Assert.Throws<WfbssException>(() => reports.ChangeAsync(service.Ids, Weekly.Name, ReportChanges.To(invalid)));
        Assert.Throws<ArgumentException>(() => reports.ChangeAsync(service.Ids, Weekly.Name, new ReportChanges()));
        Assert.Empty(service.Server.Counters.Log);
    }

    [Fact]
    public async Task Reports_that_no_definition_names_are_compared_and_removed_only_if_asked_for()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 1 });
        var reports = new ScheduledReportClient(service.Session);
        await AllAsync(reports.CreateAsync(service.Ids, Weekly with { Name = "Old" }));
        await AllAsync(reports.CreateAsync(service.Ids, Weekly));

        Assert.Equal(["Same"], (await AllAsync(reports.CompareAsync(service.Ids, [Weekly]))).Select(comparison => comparison.State));
        Assert.Equal(
            ["Same", "Unmanaged"],
            (await AllAsync(reports.CompareAsync(service.Ids, [Weekly], includeUnmanaged: true))).Select(comparison => comparison.State));
        await AllAsync(reports.SyncAsync(service.Ids, [Weekly]));
        Assert.Equal([2], service.ReportCounts());
        await AllAsync(reports.SyncAsync(service.Ids, [Weekly], new SyncOptions { RemoveUnmanaged = true }));
        Assert.Equal([1], service.ReportCounts());
    }

    private static Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> results) => results.ToListAsync(TestContext.Current.CancellationToken).AsTask();

    private static async Task<int> CountUntilDeniedAsync<T>(IAsyncEnumerable<T> results)
    {
        var count = 0;
        var failure = await Assert.ThrowsAsync<WfbssException>(async () =>
        {
            await foreach (var _ in results)
            {
                count++;
            }
        });
        Assert.Equal(WfbssErrorKind.AccessDenied, failure.Kind);
        return count;
    }
}
