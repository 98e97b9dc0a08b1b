using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Wfbss.Reports.PowerShell.Completion;

/// <summary>The base of the completers: what was typed in, without its quotes, and suggestions out, quoted where they need it.</summary>
public abstract class Completer : IArgumentCompleter
{
    /// <summary>Offers values that fit what has been typed.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Suggest((wordToComplete ?? "").Trim('\'', '"'), fakeBoundParameters)
            .Select(suggestion => new CompletionResult(
                suggestion.Text, suggestion.Label, CompletionResultType.ParameterValue, suggestion.ToolTip));

    /// <summary>The suggestions for a word. It must be quick, and never call the service.</summary>
    private protected abstract IEnumerable<Suggestion> Suggest(string word, IDictionary boundParameters);
}
