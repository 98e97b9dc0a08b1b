using System.Management.Automation;
using System.Management.Automation.Language;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>The scripts of the folder Examples, as they are read.</summary>
public sealed class ScriptTests
{
    /// <summary>What Windows PowerShell 5.1 cannot parse.</summary>
    private static readonly TokenKind[] Newer =
    [
        TokenKind.AndAnd, TokenKind.OrOr, TokenKind.QuestionQuestion, TokenKind.QuestionQuestionEquals,
        TokenKind.QuestionDot, TokenKind.QuestionLBracket, TokenKind.QuestionMark, TokenKind.Clean,
    ];

    public static TheoryData<string> Names { get; } = [.. Example.Scripts];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_script_can_be_parsed_and_its_commands_and_parameters_exist(string name)
    {
        using var host = await ModuleHost.StartAsync();
        (await host.RunAsync(StandIns.Azure + Environment.NewLine + StandIns.ScheduledTasks)).Clean();
        var script = Example.Parse(name, out _);
        var own = script.FindAll(ast => ast is FunctionDefinitionAst, searchNestedScriptBlocks: true).Select(ast => ((FunctionDefinitionAst)ast).Name).ToArray();

        var used = CommandUse.Of(script).Where(command => command.GetCommandName() is { } called && !own.Contains(called)).ToArray();
        var names = used.Select(command => command.GetCommandName()).Distinct(StringComparer.OrdinalIgnoreCase);
        var known = await host.RunAsync("Get-Command -Name $names -ErrorAction Ignore", ("names", names.ToArray()));

        var commands = known.Clean().Output.Select(item => (CommandInfo)item.BaseObject).ToDictionary(command => command.Name);
        Assert.NotEmpty(used);
        Assert.All(used, command => CommandUse.AssertExists(command, commands, $"{name}, line {command.Extent.StartLineNumber}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_script_has_help_that_describes_each_parameter_and_no_other(string name)
    {
        var script = Example.Parse(name, out _);

        var help = script.GetHelpContent();

        Assert.NotNull(help);
        Assert.NotEmpty(help.Synopsis.Trim());
        Assert.All(help.Parameters, parameter => Assert.NotEmpty(parameter.Value.Trim()));
        Assert.Equal(
            (script.ParamBlock?.Parameters ?? []).Select(parameter => parameter.Name.VariablePath.UserPath.ToUpperInvariant()).Order(),
            help.Parameters.Keys.Order());
    }

    [Theory]
    [InlineData("WeeklyRun.ps1")]
    [InlineData("Register-WeeklyRun.ps1")]
    public void A_script_for_Windows_PowerShell_has_nothing_that_it_cannot_read(string name)
    {
        Example.Parse(name, out var tokens);

        Assert.DoesNotContain(tokens, token => Newer.Contains(token.Kind));
        // Without a byte order mark it reads files in the code page of the machine.
        Assert.All(Example.TextOf(name), character => Assert.True(char.IsAscii(character), $"{name} has a '{character}'."));
    }
}
