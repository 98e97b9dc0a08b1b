using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>Customers that have a report of the name are left alone.</summary>
public sealed class SkipExistingTests
{
    private static readonly WriteRunOptions SkipExisting = new() { SkipExisting = true };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Customers_with_a_report_of_the_name_are_skipped_and_the_others_written(bool omitsCustomersWithoutReports)
    {
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { OmitCustomersWithoutReports = omitsCustomersWithoutReports });
        var ids = service.Ids;
        await service.CreateAsync(ids.Where((_, index) => index % 3 == 0));
        service.Server.Counters.Reset();

        var results = await service.CreateAsync(ids, SkipExisting);

        Assert.Equal(ids.Select((_, index) => index % 3 == 0 ? "Skipped" : "Done"), results.Select(result => result.Status));
        Assert.All(results, result => Assert.Equal(1, result.ReportId));
        Assert.All(service.ReportCounts(), count => Assert.Equal(1, count));
        Assert.Empty(service.Writes.SelectMany(write => write.CustomerIds).Intersect(ids.Where((_, index) => index % 3 == 0).Select(id => id.Value)));
    }

    [Fact]
    public async Task A_second_run_sends_no_write()
    {
        await using var service = await SandboxConnection.OpenAsync();
        await service.CreateAsync(options: SkipExisting);
        service.Server.Counters.Reset();

        var results = await service.CreateAsync(options: SkipExisting);

        Assert.All(results, result => Assert.Equal("Skipped", result.Status));
        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Equal(0, service.Server.Counters.Writes);
    }

    [Fact]
    public async Task A_customer_with_a_report_whose_name_is_not_shown_is_not_written()
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(
            request, 200, Replies.Of(request.CustomerIds().Select(id => $$"""{"id":"{{id}}","reports":[{"rtid":3,"type":3}]}"""))));
        await using var run = Runs.Create(transport, SkipExisting);

        var result = Assert.Single(await run.DriveAsync([Ids.Of(1)]));

        Assert.Equal("NotAttempted", result.Status);
        Assert.Contains("report 3", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_whose_reports_cannot_be_read_are_not_written()
    {
        await using var service = await SandboxConnection.OpenAsync();
        service.Server.Faults.Script(SandboxFault.InternalError, int.MaxValue, request => !request.IsWrite);

        var results = await service.CreateAsync(service.Ids.Take(10), SkipExisting);

        Assert.All(results, result => Assert.Equal("NotAttempted", result.Status));
        Assert.Equal(0, service.Server.Counters.Writes);
    }

    [Fact]
    public async Task A_customer_that_the_service_does_not_know_or_has_expired_does_not_sink_the_others()
    {
        await using var service = await SandboxConnection.OpenAsync();
        var ids = service.Ids.Take(9).Append(new CustomerId(Guid.NewGuid())).ToArray();
        service.Server.State.Expire(ids[4].Value);

        var results = await service.CreateAsync(ids, SkipExisting);

        Assert.Equal("NotAttempted", results[4].Status);
        Assert.Contains("The customer has expired", results[4].Message);
        Assert.Equal("NotReturned", results[9].Status);
        Assert.Equal(8, results.Count(result => result.Status == "Done"));
    }
}
