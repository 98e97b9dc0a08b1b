using System.Collections;
using System.Management.Automation;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Completion;

/// <summary>
/// Offers the ids of customers whose name contains what was typed, or whose id begins with it: those that the session has
/// listed already, and no call for more.
/// </summary>
public sealed class CustomerCompleter : Completer
{
    private const int Most = 200;

    private protected override IEnumerable<Suggestion> Suggest(string word, IDictionary boundParameters)
    {
        if (SessionOf(boundParameters) is not { } session)
        {
            return [];
        }

        return session.CustomerNames.All
            .Select(customer => (Id: customer.Key.ToString(), Name: customer.Value))
            .Where(customer => customer.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
                || customer.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(customer => customer.Name, StringComparer.CurrentCultureIgnoreCase)
            .Take(Most)
            .Select(customer => new Suggestion(customer.Id, Shown(customer.Name), Shown(customer.Name)));
    }

    private static WfbssSession? SessionOf(IDictionary boundParameters)
    {
        var given = boundParameters["Session"] is PSObject wrapped ? wrapped.BaseObject : boundParameters["Session"];
        return given as WfbssSession ?? DefaultSessions.Current;
    }

    // The engine takes no empty text to show.
    private static string Shown(string name) => name.Length == 0 ? "(no name)" : name;
}
