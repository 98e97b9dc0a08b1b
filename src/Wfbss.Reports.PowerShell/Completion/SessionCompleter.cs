using System.Collections;
using System.Management.Automation;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Completion;

/// <summary>Offers the variables that hold a session, and the default session of this runspace.</summary>
public sealed class SessionCompleter : Completer
{
    private protected override IEnumerable<Suggestion> Suggest(string word, IDictionary boundParameters)
    {
        foreach (var variable in Variables())
        {
            var text = "$" + variable.Name;
            var value = variable.Value is PSObject wrapped ? wrapped.BaseObject : variable.Value;
            if (value is WfbssSession session && text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                yield return new Suggestion(text, text, session.ToString());
            }
        }

        const string Current = "(Get-WfbssSession)";
        if (DefaultSessions.Current is { } current && Current.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Suggestion(Current, Current, current.ToString());
        }
    }

    private static IEnumerable<PSVariable> Variables()
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Get-Variable").AddParameter("ErrorAction", ActionPreference.Ignore);
        try
        {
            return [.. shell.Invoke<PSVariable>()];
        }
        catch (CommandNotFoundException)
        {
            // A host may have no more than the core commands.
            return [];
        }
    }
}
