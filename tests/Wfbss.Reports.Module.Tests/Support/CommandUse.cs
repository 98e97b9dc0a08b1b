using System.Management.Automation;
using System.Management.Automation.Language;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>How a script that is only read uses commands: whether they exist, and have the parameters that it gives them.</summary>
internal static class CommandUse
{
    public static IReadOnlyList<CommandAst> Of(Ast script) =>
        [.. script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()];

    /// <summary>The commands of the module, or what is written like one.</summary>
    public static bool IsOurs(CommandAst command) =>
        command.GetCommandName()?.Contains("-Wfbss", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Fails if there is no such command, or it has no such parameter.</summary>
    public static void AssertExists(CommandAst command, IReadOnlyDictionary<string, CommandInfo> commands, string where)
    {
        var name = command.GetCommandName();
        Assert.True(commands.TryGetValue(name, out var info), $"{where}: there is no {name}.");
        foreach (var parameter in command.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName).Concat(Splatted(command)))
        {
            Assert.True(info.Parameters.Values.Any(known => Has(known, parameter)), $"{where}: {name} has no -{parameter}.");
        }
    }

    /// <summary>The parameters of hash tables that the script makes and the command splats.</summary>
    public static IEnumerable<string> Splatted(CommandAst command)
    {
        var splats = command.CommandElements
            .OfType<VariableExpressionAst>()
            .Where(variable => variable.Splatted)
            .Select(variable => variable.VariablePath.UserPath)
            .ToArray();
        return Assignments(command).SelectMany(assignment => ParametersSetBy(assignment, splats));
    }

    // Of @{ Name = ... } the keys, of $table.Name = ... the member.
    private static IEnumerable<string> ParametersSetBy(AssignmentStatementAst assignment, string[] tables)
    {
        var left = assignment.Left is MemberExpressionAst member ? member.Expression : assignment.Left;
        if (left is not VariableExpressionAst table || !tables.Contains(table.VariablePath.UserPath, StringComparer.OrdinalIgnoreCase))
        {
            return [];
        }

        if (assignment.Left is MemberExpressionAst { Member: StringConstantExpressionAst name })
        {
            return [name.Value];
        }

        return assignment.Right.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false) is HashtableAst keys
            ? keys.KeyValuePairs.Select(pair => pair.Item1).OfType<StringConstantExpressionAst>().Select(key => key.Value)
            : [];
    }

    private static IEnumerable<AssignmentStatementAst> Assignments(Ast part)
    {
        while (part.Parent is not null)
        {
            part = part.Parent;
        }

        return part.FindAll(ast => ast is AssignmentStatementAst, searchNestedScriptBlocks: true).Cast<AssignmentStatementAst>();
    }

    private static bool Has(ParameterMetadata known, string name) =>
        known.Aliases.Append(known.Name).Contains(name, StringComparer.OrdinalIgnoreCase);
}
