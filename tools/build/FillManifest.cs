using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Makes the manifest of the module from its template: with the version, what CHANGELOG.md says about it, and the address.</summary>
public sealed class FillManifest : Task
{
    [Required] public string Template { get; set; }
    [Required] public string Version { get; set; }
    [Required] public string ChangeLog { get; set; }

    // Empty while there is none; the manifest then does not mention it.
    public string ProjectUri { get; set; } = "";

    [Required] public string Manifest { get; set; }

    public override bool Execute()
    {
        var notes = ReleaseNotes();
        if (notes.Length == 0)
        {
            Log.LogError("CHANGELOG.md says nothing about version {0}.", Version);
            return false;
        }

        var template = File.ReadAllText(Template);
        if (ProjectUri.Length == 0) template = Regex.Replace(template, "(?m)^ *ProjectUri .*\r?\n", "");
        var text = template
            .Replace("'0.0.0'", Quote(Version))
            .Replace("'From Directory.Build.props'", Quote(ProjectUri))
            .Replace("'From CHANGELOG.md'", Quote(notes));
        // A manifest that stays as it is keeps its time, for builds that look at it.
        if (!File.Exists(Manifest) || File.ReadAllText(Manifest) != text) File.WriteAllText(Manifest, text);
        return true;
    }

    // The lines between the version's heading and the next one, or the links at the end.
    private string ReleaseNotes() =>
        string.Join("\n", File.ReadLines(ChangeLog)
            .SkipWhile(line => !line.StartsWith("## [" + Version + "]", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal) && !line.StartsWith("[", StringComparison.Ordinal)))
        .Trim();

    // As PowerShell writes literal text. It ends such text at a typographic quote, too.
    private static string Quote(string text) => "'" + Regex.Replace(text, "['\u2018-\u201B]", "$0$0") + "'";
}
