using System.Text;
using System.Text.Json;

namespace Wfbss.Reports.Transport;

/// <summary>Reads what an error reply says, in the shapes that the service and its sibling use.</summary>
internal static class ErrorBody
{
    private const int LongestText = 300;

    // The message says more than the subject; either may be blank.
    private static readonly string[] Members = ["message", "error_message", "code", "error_subject"];

    /// <summary>The error's own words; empty if it has none.</summary>
    public static string Read(JsonElement? json, byte[] body)
    {
        var words = json is { ValueKind: JsonValueKind.Object } error
            ? Members.Select(name => error.Text(name)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))
            : null;
        return Shorten(words ?? Encoding.UTF8.GetString(body));
    }

    // Of an error page of a proxy or a gateway enough to recognise it. What is shown goes to consoles and journals: on
    // one line, without control characters, and never cut in the middle of a character.
    private static string Shorten(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = new string([.. string.Join(" ", words).Where(c => !char.IsControl(c))]);
        if (line.Length <= LongestText)
        {
            return line;
        }

        return line.Substring(0, char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText) + "...";
    }
}
