using System.Text;
using System.Text.Json;

namespace Wfbss.Reports.Transport;

/// <summary>Reads what an error reply says, in the shapes that the service and its sibling use.</summary>
internal static class ErrorBody
{
    private const int LongestText = 300;

    /// <summary>The error's own words; empty if it has none.</summary>
    public static string Read(JsonElement? json, byte[] body)
    {
        if (json is { ValueKind: JsonValueKind.Object } error)
        {
            var message = error.Text("message") ?? error.Text("error_message");
            var subject = error.Text("code") ?? error.Text("error_subject");
            return (message ?? subject ?? "").Trim();
        }

        return Shorten(Encoding.UTF8.GetString(body));
    }

    // An error page of a proxy or a gateway: enough to recognise it, on one line, without control characters.
    private static string Shorten(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = new string([.. string.Join(" ", words).Where(c => !char.IsControl(c))]);
        return line.Length <= LongestText ? line : line.Substring(0, LongestText) + "...";
    }
}
