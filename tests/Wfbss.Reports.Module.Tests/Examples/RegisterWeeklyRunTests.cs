using System.Collections;
using System.Management.Automation.Language;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>The registration of the scheduled task, with commands in the place of Windows' own that keep what they are given.</summary>
public sealed class RegisterWeeklyRunTests : IAsyncLifetime
{
    private const string Register = "Register-WeeklyRun.ps1";
    private const string AccountPassword = "the account's password";
    private Stage _stage = null!;

    // Quotes of every kind that PowerShell takes for one.
    private string Folder => _stage.File("Bob's \u2018own\u2019 \u201Aruns\u201B");

    private string KeyFile => Path.Combine(Folder, "key.xml");

    public async ValueTask InitializeAsync() => _stage = await Stage.StartAsync(StandIns.ScheduledTasks);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task The_task_runs_Windows_PowerShell_with_one_command_that_calls_WeeklyRun()
    {
        (await _stage.RunAsync(Register, Parameters())).Clean();

        Assert.Equal("powershell.exe", await GivenAsync("Action.Execute"));
        var arguments = await ArgumentsAsync();
        Assert.Equal(["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "RemoteSigned", "-Command"], arguments.SkipLast(1));
        var script = Parser.ParseInput(arguments[^1], out _, out var errors);
        Assert.Empty(errors);
        var called = Assert.IsType<CommandAst>(Assert.Single(Assert.IsType<PipelineAst>(Assert.Single(script.EndBlock.Statements)).PipelineElements));
        Assert.Equal(Example.PathOf("WeeklyRun.ps1"), called.GetCommandName());
    }

    [Fact]
    public async Task The_command_of_the_task_gives_every_customer_the_report()
    {
        (await _stage.RunAsync(Register, Parameters())).Clean();

        (await _stage.Host.RunAsync((await ArgumentsAsync())[^1])).Clean();

        Assert.All(_stage.Server.State.Customers, customer => Assert.Equal(["soc@example.com", "o'neill@example.com"], Assert.Single(customer.Reports).Addresses));
        Assert.Single(Directory.EnumerateFiles(Folder, "*.journal"));
    }

    [Fact]
    public async Task No_secret_is_on_the_command_line_and_the_password_goes_to_Windows_alone()
    {
        var registration = (await _stage.RunAsync(Register, Parameters())).Clean();

        Assert.Equal(AccountPassword, await GivenAsync("Task.Password"));
        Assert.EndsWith($"\\{Environment.UserName}", await GivenAsync("Task.User"), StringComparison.Ordinal);
        var argument = await GivenAsync("Action.Argument");
        Assert.DoesNotContain(_stage.Server.SecretKey, argument, StringComparison.Ordinal);
        Assert.DoesNotContain(_stage.Server.AccessToken, argument, StringComparison.Ordinal);
        Assert.DoesNotContain(AccountPassword, argument, StringComparison.Ordinal);
        Assert.Empty(registration.Output);
        Assert.True(File.Exists(KeyFile));
    }

    [Fact]
    public async Task The_task_runs_on_Sunday_night_one_at_a_time_and_when_a_start_was_missed()
    {
        (await _stage.RunAsync(Register, Parameters())).Clean();

        Assert.Equal("Sunday", await GivenAsync("Trigger.DaysOfWeek"));
        Assert.Equal("23", await GivenAsync("Trigger.At.Hour"));
        Assert.Equal("IgnoreNew", await GivenAsync("Settings.MultipleInstances"));
        Assert.Equal("True", await GivenAsync("Settings.StartWhenAvailable"));
        Assert.Equal("the action, the trigger, the settings", await GivenAsync("Task['Action', 'Trigger', 'Settings'] -join ', '"));
    }

    [Fact]
    public async Task A_folder_below_the_prompt_is_given_to_the_task_in_full()
    {
        (await _stage.Host.RunAsync("Set-Location -LiteralPath $folder", ("folder", _stage.Folder))).Clean();
        var parameters = Parameters();
        parameters["Folder"] = "runs";

        (await _stage.RunAsync(Register, parameters)).Clean();

        Assert.Contains($"-Folder '{_stage.File("runs")}'", (await ArgumentsAsync())[^1], StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_stage.File("runs"), "key.xml")));
    }

    [Fact]
    public async Task A_rehearsal_shows_the_command_and_changes_nothing()
    {
        var parameters = Parameters();
        parameters["WhatIf"] = true;

        var rehearsal = (await _stage.RunAsync(Register, parameters)).Clean();

        Assert.StartsWith("& '", Assert.Single(rehearsal.Output).ToString(), StringComparison.Ordinal);
        Assert.Equal("0", await GivenAsync("Count"));
        Assert.False(Directory.Exists(Folder));
    }

    private Hashtable Parameters() => new()
    {
        ["Folder"] = Folder,
        ["Recipient"] = new[] { "soc@example.com", "o'neill@example.com" },
        ["Credential"] = _stage.Credential,
        ["AccountPassword"] = Workplace.Secure(AccountPassword),
        ["BaseUri"] = _stage.Server.BaseUri,
    };

    private async Task<IReadOnlyList<string>> ArgumentsAsync() => WindowsCommandLine.Split(await GivenAsync("Action.Argument"));

    private async Task<string> GivenAsync(string what) =>
        Assert.Single((await _stage.Host.RunAsync($"\"$($global:Given.{what})\"")).Clean().Output).ToString();
}
