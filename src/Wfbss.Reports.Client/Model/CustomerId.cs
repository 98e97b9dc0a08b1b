using System.Diagnostics.CodeAnalysis;

namespace Wfbss.Reports;

/// <summary>The id of a customer: a GUID, written in upper case as the service does.</summary>
/// <param name="Value">The GUID.</param>
public readonly record struct CustomerId(Guid Value)
{
    /// <summary>
    /// Reads an id in any common form of a GUID: with or without hyphens, in braces or parentheses, in any case, with
    /// white space around it, or as <c>urn:uuid:</c>.
    /// </summary>
    /// <returns><see langword="false"/> if the text is not a GUID, or is the empty GUID, which is nobody's id.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out CustomerId id)
    {
        const string Urn = "urn:uuid:";
        var trimmed = text?.Trim() ?? "";
        if (trimmed.StartsWith(Urn, StringComparison.OrdinalIgnoreCase))
        {
            trimmed = trimmed.Substring(Urn.Length);
        }

        var parsed = Guid.TryParse(trimmed, out var value) && value != Guid.Empty;
        id = parsed ? new CustomerId(value) : default;
        return parsed;
    }

    /// <summary>Reads an id in any common form of a GUID.</summary>
    /// <exception cref="FormatException">The text is not a GUID, or is the empty GUID, which is nobody's id.</exception>
    public static CustomerId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a customer ID. Customer IDs are GUIDs.");

    /// <summary>The id as the service writes it: upper case, with hyphens.</summary>
    public override string ToString()
    {
#if NET
        return string.Create(36, Value, static (text, value) =>
        {
            value.TryFormat(text, out _, "D");
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = char.ToUpperInvariant(text[i]);
            }
        });
#else
        return Value.ToString("D").ToUpperInvariant();
#endif
    }
}

/// <summary>What goes for ids in every call.</summary>
internal static class CustomerIds
{
    /// <summary>How many customers one call may name (source: create-scheduled-report.txt, "cids").</summary>
    public const int MostPerCall = 10;

    /// <summary>An id of the service in our form, or as it came if it is not a GUID.</summary>
    public static string Normalise(string? text) =>
        CustomerId.TryParse(text, out var id) ? id.ToString() : text ?? "";

    /// <summary>Cuts ids into lists that fit a call.</summary>
    public static IEnumerable<IReadOnlyList<CustomerId>> InCalls(IEnumerable<CustomerId> ids)
    {
        var call = new List<CustomerId>(MostPerCall);
        foreach (var id in ids)
        {
            call.Add(id);
            if (call.Count < MostPerCall)
            {
                continue;
            }

            yield return call;
            call = new List<CustomerId>(MostPerCall);
        }

        if (call.Count > 0)
        {
            yield return call;
        }
    }
}
