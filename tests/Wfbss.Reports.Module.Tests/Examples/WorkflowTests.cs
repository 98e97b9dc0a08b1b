using System.Management.Automation.Language;
using Wfbss.Reports.ModuleTests.Support;
using YamlDotNet.RepresentationModel;

namespace Wfbss.Reports.ModuleTests.Examples;

[Collection(ProcessEnvironment.Collection)]
public sealed class WorkflowTests : IAsyncLifetime
{
    private const string Create = "Create what is missing";
    private readonly Workflow _workflow = Workflow.Read();
    private Stage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await Stage.StartAsync();

    public ValueTask DisposeAsync()
    {
        ProcessEnvironment.Clear();
        return _stage.DisposeAsync();
    }

    [Fact]
    public void Every_command_is_for_pwsh_and_can_be_parsed()
    {
        var commands = _workflow.Steps.Where(step => step.Children.ContainsKey("run")).ToArray();

        Assert.Equal(2, commands.Length);
        Assert.All(commands, step =>
        {
            Assert.Equal("pwsh", Workflow.Text(step, "shell"));
            Parser.ParseInput(Workflow.Text(step, "run"), out _, out var errors);
            Assert.Empty(errors);
        });
    }

    [Fact]
    public async Task The_run_gives_every_customer_the_report_and_its_record_is_what_is_kept()
    {
        (await RunAsync()).Clean();

        Assert.All(_stage.ReportsOfEach, count => Assert.Equal(1, count));
        var kept = ((YamlScalarNode)_workflow.Step("Keep the record")["with"]["path"]).Value!;
        Assert.Single(Directory.EnumerateFiles(_stage.File(kept), "*.journal"));
        Assert.Equal("always()", Workflow.Text(_workflow.Step("Keep the record"), "if"));
    }

    [Fact]
    public async Task The_run_fails_if_a_customer_failed()
    {
        _stage.Server.State.Answer(_stage.Server.State.Customers[3].Id, "SpecError");

        (await RunAsync()).FailedWith("SomeCustomersFailed");

        Assert.Equal(24, _stage.ReportsOfEach.Sum());
    }

    [Fact]
    public void Only_the_step_that_needs_the_secrets_has_them_and_none_is_on_a_command_line()
    {
        Assert.Equal([Create], _workflow.Steps.Where(step => step.Children.ContainsKey("env")).Select(step => Workflow.Text(step, "name")));
        Assert.All(_workflow.Steps, step => Assert.DoesNotContain("${{", Workflow.Text(step, "run"), StringComparison.Ordinal));
        Assert.Empty(((YamlMappingNode)_workflow.Root["permissions"]).Children);
    }

    // As GitHub runs it: a script that stops at the first error, with the step's environment, in the workspace.
    private async Task<Invocation> RunAsync()
    {
        var step = _workflow.Step(Create);
        foreach (var (name, value) in Workflow.Variables(step))
        {
            Environment.SetEnvironmentVariable(name, Value(value));
        }

        return await _stage.Host.RunAsync(
            $"Set-Location -LiteralPath $folder; $ErrorActionPreference = 'stop'; {Workflow.Text(step, "run")}",
            ("folder", _stage.Folder));
    }

    private string Value(string expression) => expression switch
    {
        "${{ secrets.WFBSS_ACCESS_TOKEN }}" => _stage.Server.AccessToken,
        "${{ secrets.WFBSS_SECRET_KEY }}" => _stage.Server.SecretKey,
        "${{ vars.WFBSS_BASE_URI }}" => _stage.Server.BaseUri.AbsoluteUri,
        _ => throw new ArgumentException($"The test knows no value for {expression}.", nameof(expression)),
    };
}
