using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>A script written by hand, and its successor.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class MigrationTests : IAsyncLifetime
{
    private const string After = "migration/after.ps1";

    // One of them with a full house.
    private static readonly SandboxOptions MoreThanAPage = new() { Customers = 105, FullCustomers = 1 };
    private Stage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await Stage.StartAsync(options: MoreThanAPage);
        ProcessEnvironment.Set(_stage.Server);
    }

    public ValueTask DisposeAsync()
    {
        ProcessEnvironment.Clear();
        return _stage.DisposeAsync();
    }

    [Fact]
    public async Task After_gives_the_customers_of_all_pages_the_report_and_says_who_did_not_get_it()
    {
        var run = await _stage.RunAsync(After, []);

        run.OneError("LimitError");
        Assert.Equal(105, run.Outcomes.Count);
        Assert.Equal(104, run.Outcomes.Count(outcome => outcome.Status == "Done"));
    }

    [Fact]
    public async Task After_can_be_run_again()
    {
        await _stage.RunAsync(After, []);

        var again = await _stage.RunAsync(After, []);

        Assert.Equal(104, again.Outcomes.Count(outcome => outcome.Status == "Skipped"));
        Assert.All(_stage.Server.State.Customers.Where(customer => customer.Reports.Count < 10), customer => Assert.Single(customer.Reports));
    }

    [Fact]
    public async Task After_sends_what_before_sends_to_the_same_place_and_to_the_customers_of_every_page()
    {
        await _stage.RunAsync("migration/before.ps1", []);
        await using var other = await Stage.StartAsync(options: MoreThanAPage);
        ProcessEnvironment.Set(other.Server);

        await other.RunAsync(After, []);

        // Where before sends one customer after the other, after sends tens; and before has the first page only.
        Assert.Equal(100, _stage.Creates.Length);
        Assert.Equal(11, other.Creates.Length);
        Assert.Equal(105, other.Creates.Sum(request => request.CustomerIds.Count));
        var all = _stage.Creates.Concat(other.Creates).ToArray();
        Assert.All(all, request => JsonText.AssertSame(all[0].Body, request.Body));
        Assert.Single(all.Select(request => request.RawTarget.Split("?cids=")[0]).Distinct());
    }
}
