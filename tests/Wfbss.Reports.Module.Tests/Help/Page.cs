using System.Text.RegularExpressions;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Help;

/// <summary>A page of docs/en-US, as far as tests look at it.</summary>
internal sealed partial record Page(string Name, string Text)
{
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs", "en-US"), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(file => new Page(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file).ReplaceLineEndings("\n"))),
    ];

    /// <summary>The examples: title, and the code that comes first.</summary>
    public IReadOnlyList<(string Title, string Code)> Examples =>
        [.. Example().Matches(Section("EXAMPLES")).Select(match => (match.Groups["title"].Value, match.Groups["code"].Value))];

    /// <summary>The titles of all examples, with code or without.</summary>
    public IReadOnlyList<string> ExampleTitles => Headings("EXAMPLES");

    public IReadOnlyList<string> Parameters => [.. Headings("PARAMETERS").Select(heading => heading.TrimStart('-'))];

    public string Section(string name)
    {
        var start = Text.IndexOf($"\n## {name}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        var end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    public override string ToString() => Name;

    private string[] Headings(string section) =>
        [.. Section(section).Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..].Trim())];

    [GeneratedRegex(@"(?s)\n### (?<title>[^\n]+)\n\n```powershell\n(?<code>.*?)\n```")]
    private static partial Regex Example();
}
