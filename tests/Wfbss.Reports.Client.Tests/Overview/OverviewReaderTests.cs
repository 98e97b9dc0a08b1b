using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Overview;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Client.Tests.Overview;

public sealed class OverviewReaderTests
{
    [Fact]
    public async Task Customers_given_by_id_come_with_name_time_zone_and_reports_in_the_order_of_the_ids()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 23 });
        service.Server.State.AddReport(service.Ids[3].Value, new SandboxReport { Name = "Weekly", Weekday = 1 });

        var read = await ReadAsync(service, service.Ids.Reverse());

        Assert.Equal(service.Server.State.Customers.Reverse().Select(customer => customer.Name), read.Select(customer => customer.CustomerName));
        Assert.All(read, customer => Assert.NotNull(customer.TimeZone));
        Assert.Equal("Weekly", Assert.Single(read[19].Reports!).Name);
        Assert.All(read.Where((_, index) => index != 19), customer => Assert.Empty(customer.Reports!));
    }

    [Fact]
    public async Task Customers_that_are_known_already_are_not_read_again()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 20 });
        var known = service.Ids.Select(id => new Customer { CustomerId = id.ToString(), Name = "known" });

        var read = await ReadAsync(service, service.Ids, known);

        Assert.All(read, customer => Assert.Equal("known", customer.CustomerName));
        Assert.Equal(2, service.Server.Counters.Requests);
    }

    [Fact]
    public async Task Names_of_many_are_read_by_the_page()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 150 });

        var read = await ReadAsync(service, service.Ids);

        Assert.All(read, customer => Assert.NotNull(customer.CustomerName));
        Assert.Equal(15 + 2, service.Server.Counters.Requests);
    }

    [Fact]
    public async Task One_that_the_service_does_not_know_is_said_to_be_so()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 2 });

        var read = await ReadAsync(service, [service.Ids[0], Ids.Of(1), service.Ids[1]]);

        Assert.Equal([ResultStatus.Done, ResultStatus.NotReturned, ResultStatus.Done], read.Select(customer => customer.Status));
        Assert.Null(read[1].Reports);
        Assert.NotEmpty(read[1].Failure!);
    }

    [Fact]
    public async Task A_call_that_fails_costs_no_other_customer_its_place()
    {
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 20 }, options => options with { MaximumRetryCount = 0 });
        var bad = service.Ids[0].ToString();
        service.Server.Faults.Script(
            SandboxFault.InternalError, times: 1, request => request.Resource == "report" && request.RawTarget.Contains(bad, StringComparison.OrdinalIgnoreCase));

        var read = await ReadAsync(service, service.Ids);

        Assert.Equal(20, read.Count);
        Assert.Equal(10, read.Count(customer => customer.Reports is null));
        Assert.All(read.Take(10), customer => Assert.Equal(ResultStatus.NotAttempted, customer.Status));
    }

    [Fact]
    public async Task Without_the_names_there_are_still_the_reports()
    {
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 2 }, options => options with { MaximumRetryCount = 0 });
        service.Server.Faults.Script(SandboxFault.InternalError, times: 1, request => request.Resource == "customers");

        var log = new RecordingLog();

        var read = await ReadAsync(service, service.Ids, log: log);

        Assert.All(read, customer => Assert.NotNull(customer.Reports));
        Assert.Single(log.Warnings);
    }

    [Fact]
    public async Task A_refusal_of_the_key_pair_is_no_overview()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 2 });
        service.Server.Faults.Script(SandboxFault.Unauthorized);

        var failure = await Assert.ThrowsAsync<WfbssException>(() => ReadAsync(service, service.Ids));

        Assert.Equal(WfbssErrorKind.AccessDenied, failure.Kind);
    }

    private static async Task<IReadOnlyList<CustomerReading>> ReadAsync(
        SandboxConnection service, IEnumerable<CustomerId> ids, IEnumerable<Customer>? known = null, RecordingLog? log = null)
    {
        var targets = ids.Select(RunExtensions.Target).ToArray();
        var read = await new OverviewReader(new RequestSender(service.Session, log ?? new RecordingLog()), throttleLimit: 3)
            .ReadAsync(targets, known ?? [], CancellationToken.None);
        Assert.Equal(targets.Length, read.Count);
        return read;
    }
}
