using System.Management.Automation;
using Wfbss.Reports.Planning;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Names as users give them: exact first, then as patterns, without regard to case.</summary>
internal static class NameFilter
{
    /// <summary>The names that are asked for; <see langword="null"/> if none are given.</summary>
    /// <param name="names">The names, some with wildcards.</param>
    /// <param name="isForWriting">
    /// Whether something is done to what is found. Then brackets alone make no pattern: at a customer that has no report
    /// '[A] Weekly', 'A Weekly' would be taken for it.
    /// </param>
    public static IReadOnlyList<NameChoice>? Of(IReadOnlyList<string>? names, bool isForWriting = false) =>
        names is null ? null : [.. names.Select(name => Of(name, isForWriting))];

    /// <summary>Whether a name is a pattern, which may well match nothing. Brackets are allowed in names, so they alone make none.</summary>
    public static bool IsPattern(string name) => name.IndexOfAny(['*', '?']) >= 0;

    private static NameChoice Of(string name, bool isForWriting)
    {
        var isPattern = IsPattern(name);
        var pattern = isPattern || !isForWriting ? WildcardPattern.Get(name, WildcardOptions.IgnoreCase) : null;
        return new NameChoice(name, isPattern, text => pattern is not null && IsMatch(pattern, text));
    }

    // A bracket that is not closed makes a pattern invalid, and a name all the same.
    private static bool IsMatch(WildcardPattern pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (WildcardPatternException)
        {
            return false;
        }
    }
}
