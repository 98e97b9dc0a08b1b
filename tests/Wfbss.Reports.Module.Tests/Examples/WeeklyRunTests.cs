using System.Collections;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>The run that a scheduled task, a container and a CI job start.</summary>
public sealed class WeeklyRunTests : IAsyncLifetime
{
    private const string WeeklyRun = "WeeklyRun.ps1";
    private Stage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await Stage.StartAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task It_gives_every_customer_the_report_and_records_each()
    {
        var run = (await _stage.RunAsync(WeeklyRun, Parameters())).Clean();

        Assert.Empty(run.Output);
        Assert.All(_stage.Server.State.Customers, customer => Assert.Equal(["soc@example.com", "it@example.com"], Assert.Single(customer.Reports).Addresses));
        var record = Assert.Single(await RecordsAsync());
        Assert.Equal(_stage.Server.State.Customers.Select(customer => customer.Name), record.Column("CustomerName"));
        Assert.All(record.Column("Status"), status => Assert.Equal("Done", status));
    }

    [Fact]
    public async Task It_fails_if_a_customer_failed_after_all_were_tried_and_recorded()
    {
        _stage.Server.State.Answer(_stage.Server.State.Customers[3].Id, "LimitError", "over the report limit");

        var run = await _stage.RunAsync(WeeklyRun, Parameters());

        run.FailedWith("SomeCustomersFailed");
        var record = Assert.Single(await RecordsAsync());
        Assert.Equal(25, record.Output.Count);
        Assert.Equal("LimitError", record.Column("Status")[3]);
        Assert.Equal(24, _stage.ReportsOfEach.Sum());
    }

    [Fact]
    public async Task A_second_run_creates_nothing()
    {
        (await _stage.RunAsync(WeeklyRun, Parameters())).Clean();
        _stage.Server.Counters.Reset();

        (await _stage.RunAsync(WeeklyRun, Parameters())).Clean();

        Assert.Empty(_stage.Creates);
        Assert.Equal(50, (await RecordsAsync()).Sum(record => record.Output.Count));
    }

    [Fact]
    public async Task A_run_that_was_killed_is_taken_up_by_the_next()
    {
        var time = new HeldTime();
        await using var stage = await Stage.StartAsync(options: new SandboxOptions { TimeProvider = time });
        stage.Server.Faults.Script(SandboxFault.DelayReply(HeldTime.AnyWait), times: 3, when: request => request.IsWrite);
        var killed = stage.Start(WeeklyRun, Parameters(stage));
        await killed.UntilAsync(time.HasBegunAsync(3));
        Assert.True((await killed.StopAsync()).WasStopped);
        time.Open();

        (await stage.RunAsync(WeeklyRun, Parameters(stage))).Clean();

        Assert.All(stage.ReportsOfEach, count => Assert.Equal(1, count));
        Assert.Equal(3, stage.Creates.Length);
    }

    [Fact]
    public async Task If_nothing_could_be_tried_it_fails_with_the_reason_and_records_nothing()
    {
        // The first request is that of Connect-Wfbss; the next is the list of customers.
        _stage.Server.Faults.Script(SandboxFault.Unauthorized, when: _ => _stage.Server.Counters.Requests > 1);

        var run = await _stage.RunAsync(WeeklyRun, Parameters());

        Assert.Contains("The service refused", run.Failure?.ToString(), StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync());
        Assert.Empty((await _stage.Host.RunAsync("Get-WfbssSession")).Output);
    }

    [Fact]
    public async Task A_relative_folder_is_one_below_the_prompt()
    {
        (await _stage.Host.RunAsync("Set-Location -LiteralPath $folder", ("folder", _stage.Folder))).Clean();
        var parameters = Parameters();
        parameters["Folder"] = "./runs";

        (await _stage.RunAsync(WeeklyRun, parameters)).Clean();

        Assert.Single(Directory.EnumerateFiles(_stage.File("runs"), "*.journal"));
        Assert.Single(await RecordsAsync(_stage.File("runs")));
    }

    private Hashtable Parameters() => Parameters(_stage);

    private static Hashtable Parameters(Stage stage) => new()
    {
        ["Folder"] = stage.Folder,
        ["Recipient"] = new[] { "soc@example.com", "it@example.com" },
        ["Credential"] = stage.Credential,
        ["BaseUri"] = stage.Server.BaseUri,
    };

    /// <summary>The rows that were recorded, file by file.</summary>
    private async Task<IReadOnlyList<Invocation>> RecordsAsync(string? folder = null)
    {
        var records = new List<Invocation>();
        foreach (var file in Directory.EnumerateFiles(folder ?? _stage.Folder, "*.csv"))
        {
            records.Add((await _stage.Host.RunAsync("Import-Csv -LiteralPath $file", ("file", file))).Clean());
        }

        return records;
    }
}
