using System.Collections;

namespace Wfbss.Reports.PowerShell.Completion;

/// <summary>Offers contents by name, or by a part of the name or title, with the title as tooltip.</summary>
public sealed class ReportContentCompleter : Completer
{
    private protected override IEnumerable<Suggestion> Suggest(string word, IDictionary boundParameters) =>
        ReportContent.All
            .Where(content => Contains(content.Name, word) || Contains(content.Title, word))
            .OrderBy(content => content.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Select(content => new Suggestion(content.Name, content.Name, $"{content.Title} ({content.Number})"));

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
