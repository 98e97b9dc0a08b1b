using System.Collections;

namespace Wfbss.Reports.PowerShell.Completion;

/// <summary>Offers the statuses that results can have.</summary>
public sealed class ResultStatusCompleter : Completer
{
    private protected override IEnumerable<Suggestion> Suggest(string word, IDictionary boundParameters) =>
        ResultStatus.All
            .Where(status => status.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(status => new Suggestion(status));
}
