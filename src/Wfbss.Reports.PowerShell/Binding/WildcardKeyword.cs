namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>What to ask the service for, so that all that a wildcard pattern matches is among the answers.</summary>
internal static class WildcardKeyword
{
    /// <summary>
    /// The longest run of characters that every match contains; <see langword="null"/> if there is none. A pattern with
    /// brackets or escapes asks for all: what it must contain is not worth a parser.
    /// </summary>
    public static string? Of(string pattern)
    {
        if (pattern.IndexOfAny(['[', ']', '`']) >= 0)
        {
            return null;
        }

        var longest = pattern.Split('*', '?').OrderByDescending(part => part.Length).First().Trim();
        return longest.Length == 0 ? null : longest;
    }
}
