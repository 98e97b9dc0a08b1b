using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Names, some with wildcards, without regard to case. A name that looks like a pattern also matches itself.</summary>
internal sealed class NameFilter(IReadOnlyList<string> names)
{
    private readonly WildcardPattern[] _patterns = [.. names.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];

    /// <summary>Whether a name is a pattern, which may well match nothing. Brackets are allowed in names, so they alone make none.</summary>
    public static bool IsPattern(string name) => name.IndexOfAny(['*', '?']) >= 0;

    /// <summary>Whether two names are the same, in any case.</summary>
    public static bool IsSame(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    public bool IsMatch(string text) =>
        names.Any(name => IsSame(name, text)) || Array.Exists(_patterns, pattern => pattern.IsMatch(text));
}
