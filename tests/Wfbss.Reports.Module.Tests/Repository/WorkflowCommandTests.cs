using System.Diagnostics;
using System.Management.Automation.Language;
using System.Text.Json;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Repository;

/// <summary>The commands of the workflows: what they name exists in the repository.</summary>
public sealed class WorkflowCommandTests
{
    private static readonly string[] PowerShells = ["pwsh", "powershell"];

    [Fact]
    public void Every_command_names_its_shell_and_takes_no_expression_into_its_text()
    {
        var commands = WorkflowFile.Commands();

        Assert.True(commands.Count >= 10, $"There are only {commands.Count} commands.");
        Assert.All(commands, step =>
        {
            Assert.Contains(step.Shell, PowerShells.Append("bash"));
            Assert.DoesNotContain("${{", step.Run!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_command_for_PowerShell_can_be_parsed() =>
        Assert.All(WorkflowFile.Commands().Where(step => PowerShells.Contains(step.Shell)), step => Parse(step));

    [Fact]
    public async Task Every_command_for_bash_can_be_parsed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There is no bash for sure.");
        foreach (var step in WorkflowFile.Commands().Where(step => step.Shell == "bash"))
        {
            var (exitCode, _, errors) = await CheckBashAsync(step.Run!);

            Assert.Equal((step.ToString(), 0, ""), (step.ToString(), exitCode, errors));
        }

        Assert.NotEqual(0, (await CheckBashAsync("if true; then")).ExitCode);
    }

    [Fact]
    public void Every_script_exists_with_the_parameters_and_values_that_it_is_given()
    {
        var calls = Calls().ToArray();

        Assert.Equal(
            ["build.ps1", "tools/Pester.ps1", "tools/Pester.ps1", "tools/release/CheckVersion.ps1", "tools/release/Publish.ps1"],
            calls.Select(call => call.Script).Order(StringComparer.Ordinal));
        Assert.All(calls, AssertFits);
    }

    [Fact]
    public void A_tool_that_is_run_is_one_of_the_manifest()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, ".config", "dotnet-tools.json")));
        var known = manifest.RootElement.GetProperty("tools").EnumerateObject()
            .SelectMany(tool => tool.Value.GetProperty("commands").EnumerateArray()).Select(command => command.GetString());

        var run = WorkflowFile.Commands().Select(Words).Select(words => words.SkipWhile(word => word != "tool").Skip(1).ToArray())
            .Where(words => words is ["run", ..]).Select(words => words[1]).ToArray();

        Assert.Equal(["pwsh"], run);
        Assert.All(run, name => Assert.Contains(name, known));
    }

    [Fact]
    public void What_else_is_a_path_of_the_repository_is_there()
    {
        var paths = WorkflowFile.Names.Select(WorkflowFile.Read).SelectMany(file => file.Jobs).SelectMany(job => job.Steps)
            .SelectMany(step => step.With.Where(pair => pair.Key == "global-json-file").Select(pair => pair.Value)
                .Concat(step.Run is null ? [] : Words(step).Where(word => word.StartsWith(".ci/", StringComparison.Ordinal))))
            .Distinct().ToArray();

        Assert.Equal([".ci/run", "global.json"], paths.Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.True(File.Exists(Path.Combine(Checkout.Root, path)), $"There is no {path}."));
    }

    private static ScriptBlockAst Parse(WorkflowStep step)
    {
        var script = Parser.ParseInput(step.Run, out _, out var errors);
        Assert.Empty(errors.Select(error => $"{step}: {error.Message}"));
        return script;
    }

    private static string[] Words(WorkflowStep step) => step.Run!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // A script is called by its path, or as the -File of a pwsh; bash has the same words for that.
    private static IEnumerable<(WorkflowStep Step, string Script, CommandAst Call)> Calls() =>
        from step in WorkflowFile.Commands()
        from call in CommandUse.Of(Parser.ParseInput(step.Run, out _, out _))
        let script = call.CommandElements.Select(element => element.Extent.Text).FirstOrDefault(word => word.EndsWith(".ps1", StringComparison.Ordinal))
        where script is not null
        select (step, script.StartsWith("./", StringComparison.Ordinal) ? script[2..] : script, call);

    private static void AssertFits((WorkflowStep Step, string Script, CommandAst Call) use)
    {
        var path = Path.Combine(Checkout.Root, use.Script);
        Assert.True(File.Exists(path), $"{use.Step}: there is no {use.Script}.");
        var known = Parser.ParseFile(path, out _, out _).ParamBlock.Parameters.ToDictionary(parameter => parameter.Name.VariablePath.UserPath);
        var given = use.Call.CommandElements.SkipWhile(element => !element.Extent.Text.EndsWith(use.Script, StringComparison.Ordinal)).ToArray();
        foreach (var (element, value) in given.Zip(given.Skip(1)).Where(pair => pair.First is CommandParameterAst))
        {
            var name = ((CommandParameterAst)element).ParameterName;
            Assert.True(known.TryGetValue(name, out var parameter), $"{use.Step}: {use.Script} has no -{name}.");
            var allowed = parameter.Attributes.OfType<AttributeAst>().FirstOrDefault(attribute => attribute.TypeName.Name == "ValidateSet");
            if (allowed is not null)
            {
                Assert.Contains(value.Extent.Text, allowed.PositionalArguments.OfType<StringConstantExpressionAst>().Select(word => word.Value));
            }
        }
    }

    private static Task<ProgramResult> CheckBashAsync(string script) =>
        Programs.RunAsync(new ProcessStartInfo("bash", ["-n"]), script);
}
