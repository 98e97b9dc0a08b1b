using System.Text.Json;
using System.Text.RegularExpressions;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>The container, as far as it can be looked at without building it.</summary>
[Collection(ProcessEnvironment.Collection)]
public sealed partial class ContainerTests : IAsyncLifetime
{
    private const string EntryPoint = "container/entrypoint.ps1";
    private static readonly string Dockerfile = Example.TextOf("container/Dockerfile");
    private Stage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await Stage.StartAsync();
        ProcessEnvironment.Set(_stage.Server);
    }

    public ValueTask DisposeAsync()
    {
        ProcessEnvironment.Clear();
        return _stage.DisposeAsync();
    }

    [Fact]
    public async Task Its_script_gives_every_customer_the_report_for_all_addresses_of_the_command_line()
    {
        (await RunAsync()).Clean();

        Assert.All(_stage.Server.State.Customers, customer => Assert.Equal(["soc@example.com", "it@example.com"], Assert.Single(customer.Reports).Addresses));
        Assert.Single(Directory.EnumerateFiles(_stage.Folder, "*.journal"));
    }

    [Fact]
    public async Task Its_script_fails_if_a_customer_failed()
    {
        _stage.Server.State.Answer(_stage.Server.State.Customers[3].Id, "SpecError");

        (await RunAsync()).FailedWith("SomeCustomersFailed");

        Assert.Equal(24, _stage.ReportsOfEach.Sum());
    }

    [Fact]
    public void What_is_copied_is_there_and_is_what_is_run()
    {
        var copy = Assert.Single(Copy().Matches(Dockerfile));
        var command = JsonSerializer.Deserialize<string[]>(Command().Match(Dockerfile).Groups["command"].Value)!;

        Assert.True(File.Exists(Path.Combine(Example.Folder, "container", copy.Groups["from"].Value)));
        Assert.Equal("entrypoint.ps1", copy.Groups["from"].Value);
        Assert.Equal(["pwsh", "-NoProfile", "-NonInteractive", "-File", copy.Groups["to"].Value], command);
    }

    [Fact]
    public void The_volume_is_where_the_script_writes_by_default()
    {
        var folder = Example.Parse(EntryPoint, out _).ParamBlock.Parameters.Single(parameter => parameter.Name.VariablePath.UserPath == "Folder");

        Assert.Equal($"'{Volume().Match(Dockerfile).Groups["path"].Value}'", folder.DefaultValue.Extent.Text);
    }

    [Fact]
    public void It_has_no_secret_and_does_not_run_as_root()
    {
        Assert.DoesNotMatch(@"(?m)^\s*(ENV|ARG)\s", Dockerfile);
        Assert.Matches(@"(?m)^USER (?!root)\w+$", Dockerfile);
        // A name alone: the value comes from the environment, and is in no list of processes.
        Assert.DoesNotMatch("-e WFBSS_\\w+=", Dockerfile);
    }

    private Task<Invocation> RunAsync() => _stage.Host.RunAsync(
        "& $example -Folder $folder soc@example.com it@example.com", ("example", Example.PathOf(EntryPoint)), ("folder", _stage.Folder));

    [GeneratedRegex(@"(?m)^COPY (?<from>\S+) (?<to>\S+)$")]
    private static partial Regex Copy();

    [GeneratedRegex(@"(?m)^ENTRYPOINT (?<command>\[.*\])$")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?m)^VOLUME (?<path>\S+)$")]
    private static partial Regex Volume();
}
