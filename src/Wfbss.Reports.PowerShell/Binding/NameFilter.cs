using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Names, some with wildcards, without regard to case. A name that looks like a pattern also matches itself.</summary>
internal sealed class NameFilter(IReadOnlyList<string> names)
{
    private readonly WildcardPattern[] _patterns = [.. names.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];

    public bool IsMatch(string text) =>
        names.Contains(text, StringComparer.OrdinalIgnoreCase) || Array.Exists(_patterns, pattern => pattern.IsMatch(text));
}
