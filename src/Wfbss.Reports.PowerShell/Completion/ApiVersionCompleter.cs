using System.Collections;

namespace Wfbss.Reports.PowerShell.Completion;

/// <summary>Offers the versions of the interface that were seen.</summary>
public sealed class ApiVersionCompleter : Completer
{
    private protected override IEnumerable<Suggestion> Suggest(string word, IDictionary boundParameters) =>
        SessionOptions.KnownApiVersions
            .Where(version => version.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(version => new Suggestion(version));
}
