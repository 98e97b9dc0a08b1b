using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>400 and 404 are split until the bad ids stand alone; 401 and 403 end the run.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(3, 47, 48)]
    [InlineData(0, 50, 99)]
    [InlineData(20, 25, 29)]
    [InlineData(9, 10, 11)]
    public async Task Three_refused_of_a_hundred_cost_the_fewest_requests_that_halving_needs(params int[] refused)
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 100 });
        var ids = service.Ids;
        foreach (var index in refused)
        {
            service.Server.State.Refuse(ids[index].Value, $"Customer {index} is locked");
        }

        var results = await service.CreateAsync();

        var fewest = ids.Select((_, index) => refused.Contains(index)).Chunk(10).Sum(batch => FewestRequests(batch, isKnownRefused: false));
        Assert.Equal(fewest, service.Writes.Length);
        Assert.Equal(97, results.Count(result => result.Status == "Done"));
        Assert.All(refused, index =>
        {
            Assert.Equal("Refused", results[index].Status);
            Assert.Equal($"HTTP 400: Customer {index} is locked", results[index].Message);
        });
        Assert.Equal(ids.Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.Equal(ids.Select((_, index) => refused.Contains(index) ? 0 : 1), service.ReportCounts());
    }

    [Fact]
    public async Task A_customer_that_answers_404_is_split_off_as_well()
    {
        await using var service = await SandboxConnection.OpenAsync();
        var ids = service.Ids.Take(10).ToArray();
        service.Server.State.Expire(ids[6].Value);

        var results = await service.CreateAsync(ids);

        Assert.Equal(9, results.Count(result => result.Status == "Done"));
        Assert.Equal("Refused", results[6].Status);
        Assert.Equal("HTTP 404: The customer has expired", results[6].Message);
    }

    [Fact]
    public async Task A_batch_of_which_all_are_refused_gives_each_the_services_own_text()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { SiblingErrors = true });
        var ids = service.Ids.Take(10).ToArray();
        foreach (var id in ids)
        {
            service.Server.State.Refuse(id.Value, $"No {id}");
        }

        var results = await service.CreateAsync(ids);

        Assert.Equal(ids.Select(id => $"HTTP 400: No {id}"), results.Select(result => result.Message));
        Assert.All(results, result => Assert.Equal("Refused", result.Status));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_key_pair_ends_the_run_and_the_rest_is_not_attempted(int status)
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 60 });
        var fault = status == 401 ? SandboxFault.Unauthorized : SandboxFault.Forbidden;
        var third = service.Ids[20].Value;
        service.Server.Faults.Script(fault, when: request => request.CustomerIds.Contains(third));
        await using var run = service.Run(new WriteRunOptions { ThrottleLimit = 1 });

        var results = await Testing.RunExtensions.ToEndAsync(run, service.Ids);

        Assert.Equal(Enumerable.Repeat("Done", 20), results.Take(20).Select(result => result.Status));
        Assert.Equal(Enumerable.Repeat("Denied", 10), results.Skip(20).Take(10).Select(result => result.Status));
        Assert.Equal(Enumerable.Repeat("NotAttempted", 30), results.Skip(30).Select(result => result.Status));
        Assert.All(results.Skip(30), result => Assert.Equal(0, result.Attempts));
        Assert.Equal(3, service.Writes.Length);
        Assert.Equal(WfbssErrorKind.AccessDenied, run.Failure?.Kind);
        Assert.DoesNotContain("clock", run.Failure!.Message);
    }

    [Theory]
    [InlineData(-20, "20 minutes ahead of")]
    [InlineData(20, "20 minutes behind")]
    public async Task A_clock_that_is_off_is_named_when_the_service_refuses(int minutes, string words)
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { ClockOffset = TimeSpan.FromMinutes(minutes) });
        await using var run = service.Run();

        var results = await Testing.RunExtensions.ToEndAsync(run, service.Ids.Take(5));

        Assert.All(results, result => Assert.Equal("Denied", result.Status));
        Assert.Contains($"clock is {words} the service's", run.Failure!.Message);
        Assert.Contains("Set this machine's clock", run.Failure.RecommendedAction);
    }

    private static int FewestRequests(bool[] isRefused, bool isKnownRefused)
    {
        if (isRefused.Length == 1 || !isRefused.Contains(true))
        {
            return 1;
        }

        var half = isRefused.Length / 2;
        bool[] first = isRefused[..half], second = isRefused[half..];
        // What is left of a refused batch when one half of it was accepted is known to be refused and is not asked for.
        return (isKnownRefused ? 0 : 1)
            + FewestRequests(first, isKnownRefused: false)
            + FewestRequests(second, isKnownRefused: !first.Contains(true));
    }
}
