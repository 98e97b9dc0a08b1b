using System.Globalization;
using System.Text.Json;

namespace Wfbss.Reports.Transport;

/// <summary>
/// Reads members of the service's JSON, leniently: some members come as number or as text, and any may be absent or null.
/// </summary>
internal static class JsonElementExtensions
{
    /// <summary>A member as text: a string as it is, a number or boolean as it is written; null if absent or null.</summary>
    public static string? Text(this JsonElement json, string name) => json.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.AsText(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => null,
    };

    /// <summary>A string's text; null if it is not a string, or is broken inside: half a character, or bytes that are no UTF-8.</summary>
    public static string? AsText(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Only found out here: the document was parsed without looking into its strings.
            return null;
        }
    }

    /// <summary>A member as the id of a customer; null if it is none.</summary>
    public static CustomerId? Id(this JsonElement json, string name)
    {
        if (json.Member(name) is not { ValueKind: JsonValueKind.String } member)
        {
            return null;
        }

        try
        {
            // Nearly always it has the plain form, which needs no text in between.
            if (member.TryGetGuid(out var plain) && plain != Guid.Empty)
            {
                return new CustomerId(plain);
            }

            return CustomerId.TryParse(member.GetString(), out var id) ? id : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member as a whole number, also if it comes as text; null if it is none.</summary>
    public static int? Number(this JsonElement json, string name) => json.Member(name)?.AsNumber();

    /// <summary>A value as a whole number, also if it is text; null if it is none.</summary>
    public static int? AsNumber(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(
            value.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => null,
    };

    /// <summary>A member's array; empty if it is absent or no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A member; null if absent, JSON null, or if this is not an object. Of several of the name, the last.</summary>
    public static JsonElement? Member(this JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return json.TryGetProperty(name, out var member) ? OrNull(member) : null;
        }
        catch (InvalidOperationException)
        {
            // A name beside it is broken inside, which the search stumbles over.
            return OrNull(json.EnumerateObject().LastOrDefault(member => IsNamed(member, name)).Value);
        }
    }

    private static JsonElement? OrNull(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value;

    private static bool IsNamed(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
