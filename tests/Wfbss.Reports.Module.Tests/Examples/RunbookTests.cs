using System.Collections;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>The runbook, with the credential asset that Azure Automation would give it.</summary>
public sealed class RunbookTests : IAsyncLifetime
{
    private const string Runbook = "AzureAutomationRunbook.ps1";
    private Stage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await Stage.StartAsync(StandIns.Azure);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_job_gives_every_customer_the_report_and_succeeds()
    {
        var job = (await RunAsync()).Clean();

        Assert.Equal(_stage.Server.State.Customers.Select(customer => $"{customer.Id} {customer.Name}: Done ".ToUpperInvariant()), Lines(job));
        Assert.All(_stage.ReportsOfEach, count => Assert.Equal(1, count));
        Assert.Equal(["soc@example.com", "it@example.com"], _stage.Server.State.Customers[0].Reports[0].Addresses);
    }

    [Fact]
    public async Task A_job_in_which_a_customer_failed_shows_as_failed_after_all_were_tried()
    {
        _stage.Server.State.Answer(_stage.Server.State.Customers[3].Id, "LimitError", "over the report limit");

        var job = await RunAsync();

        job.FailedWith("SomeCustomersFailed");
        Assert.Equal("LimitError", Invocation.IdOf(Assert.Single(job.Errors)));
        Assert.Equal(25, job.Output.Count);
        Assert.EndsWith(": LIMITERROR OVER THE REPORT LIMIT", Lines(job)[3], StringComparison.Ordinal);
        Assert.Equal(24, _stage.ReportsOfEach.Sum());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_job_creates_nothing_twice_and_goes_on_with_who_failed(bool hasJournal)
    {
        var late = _stage.Server.State.Customers[3];
        _stage.Server.State.Answer(late.Id, "InternalError", times: 1);
        (await RunAsync(hasJournal)).FailedWith("SomeCustomersFailed");
        _stage.Server.Counters.Reset();

        (await RunAsync(hasJournal)).Clean();

        Assert.Equal(late.Id, Assert.Single(Assert.Single(_stage.Creates).CustomerIds));
        Assert.All(_stage.ReportsOfEach, count => Assert.Equal(1, count));
        Assert.Equal(hasJournal, File.Exists(_stage.File("weekly.journal")));
    }

    [Fact]
    public async Task A_job_that_was_killed_is_taken_up_by_the_next()
    {
        var time = new HeldTime();
        await using var stage = await Stage.StartAsync(StandIns.Azure, new SandboxOptions { TimeProvider = time });
        stage.Server.Faults.Script(SandboxFault.DelayReply(HeldTime.AnyWait), times: 3, when: request => request.IsWrite);
        var killed = stage.Start(Runbook, Parameters(stage, hasJournal: true));
        await killed.UntilAsync(time.HasBegunAsync(3));
        Assert.True((await killed.StopAsync()).WasStopped);
        time.Open();

        (await stage.RunAsync(Runbook, Parameters(stage, hasJournal: true))).Clean();

        Assert.All(stage.ReportsOfEach, count => Assert.Equal(1, count));
        Assert.Equal(3, stage.Creates.Length);
    }

    [Fact]
    public async Task A_job_leaves_no_session_behind_whether_it_succeeds_or_fails()
    {
        (await RunAsync()).Clean();
        Assert.Empty((await _stage.Host.RunAsync("Get-WfbssSession")).Output);

        _stage.Server.Faults.Script(SandboxFault.Unauthorized, when: request => request.RawTarget.Contains("limit=100", StringComparison.Ordinal));
        Assert.NotNull((await RunAsync()).Failure);
        Assert.Empty((await _stage.Host.RunAsync("Get-WfbssSession")).Output);
    }

    [Fact]
    public async Task Without_its_credential_asset_a_job_fails_before_any_request()
    {
        var parameters = Parameters(_stage, hasJournal: false);
        parameters["AssetName"] = "another";

        var job = await _stage.RunAsync(Runbook, parameters);

        Assert.Contains("'another' not found", job.Failure?.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _stage.Server.Counters.Requests);
    }

    private async Task<Invocation> RunAsync(bool hasJournal = true) => await _stage.RunAsync(Runbook, Parameters(_stage, hasJournal));

    private static Hashtable Parameters(Stage stage, bool hasJournal)
    {
        var parameters = new Hashtable
        {
            ["Recipient"] = new[] { "soc@example.com", "it@example.com" },
            ["BaseUri"] = stage.Server.BaseUri,
        };
        if (hasJournal)
        {
            parameters["JournalPath"] = stage.File("weekly.journal");
        }

        return parameters;
    }

    private static string[] Lines(Invocation job) => [.. job.Output.Select(line => line.ToString().ToUpperInvariant())];
}
