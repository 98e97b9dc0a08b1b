using System.Collections;
using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Reads texts as people mean them: one value is one text. The engine would make 'System.Collections.Hashtable' of a
/// dictionary, the source of a script block, and an empty text of nothing.
/// </summary>
internal static class TextValue
{
    /// <summary>Reads one text; what has a text of its own, such as a number or a file, gives it.</summary>
    /// <exception cref="FormatException">It is something else, several values, or nothing; the message says what.</exception>
    public static string Read(object? value)
    {
        var one = SettingValues.Single(value, "text");
        return ObjectMembers.Unwrap(one) switch
        {
            null => throw new FormatException("The value is $null. Give a text."),
            string text => text,
            FileSystemInfo file => file.FullName,
            ScriptBlock script => throw new FormatException($"'{{{script}}}' is a script block. Give a text."),
            var other when IsBag(other) || other.ToString() == other.GetType().ToString() => throw new FormatException($"'{other}' is not a text."),
            var other => ObjectMembers.TextOf(other) ?? "",
        };
    }

    /// <summary>Reads texts, those in lists as well.</summary>
    /// <exception cref="FormatException">Something is not a text.</exception>
    public static string[] ReadMany(object? value) =>
        [.. SettingValues.Items(value).Select(Read)];

    /// <summary>Whether it is certain that an input is meant as text, or cannot be.</summary>
    public static bool IsDecided(object? value) =>
        ObjectMembers.Unwrap(value) is null or string or IDictionary or ScriptBlock || ObjectMembers.ItemsOf(value) is not null;

    private static bool IsBag(object value) => value is IDictionary or PSObject;
}
