using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>JSON to the objects that scripts work with, and back; without ConvertTo-Json, which not every host has.</summary>
internal static class JsonObjects
{
    private const int Deepest = 32;
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON as PowerShell has it: objects with properties, arrays, text, numbers, true, false and null.</summary>
    public static object? ToPowerShell(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ObjectOf(json),
        JsonValueKind.Array => json.EnumerateArray().Select(ToPowerShell).ToArray(),
        JsonValueKind.String => json.AsText() ?? json.GetRawText(),
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.Number when json.TryGetInt64(out var number) => number,
        JsonValueKind.Number when json.TryGetDecimal(out var number) => number,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A text that is JSON as it is, a definition as the service has it; anything else written as JSON.</summary>
    /// <exception cref="FormatException">The text is not JSON, or the object is nested too deeply.</exception>
    public static string ToJson(object body)
    {
        if (ObjectMembers.Unwrap(body) is string text)
        {
            return Checked(text);
        }

        if (ObjectMembers.Unwrap(body) is ReportDefinition definition)
        {
            return ReportBody.WriteText(definition);
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            Write(json, body, depth: 0);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Checked(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"the text is not JSON (line {exception.LineNumber + 1}); give a hashtable to have it written.", exception);
        }
    }

    private static PSObject ObjectOf(JsonElement json)
    {
        var bag = new PSObject();
        foreach (var member in json.EnumerateObject())
        {
            // A member without a name cannot be a property, and one that comes twice counts as the last.
            if (member.Name.Length == 0)
            {
                continue;
            }

            if (bag.Properties[member.Name] is not null)
            {
                bag.Properties.Remove(member.Name);
            }

            bag.Properties.Add(new PSNoteProperty(member.Name, ToPowerShell(member.Value)));
        }

        return bag;
    }

    private static void Write(Utf8JsonWriter json, object? value, int depth)
    {
        if (depth > Deepest)
        {
            throw new FormatException($"it is nested more than {Deepest} deep, or holds itself.");
        }

        var bare = ObjectMembers.Unwrap(value);
        if (TryWriteSingle(json, bare))
        {
            return;
        }

        switch (bare)
        {
            case IDictionary dictionary:
                WriteMembers(json, dictionary.Cast<DictionaryEntry>().Select(e => (e.Key.ToString() ?? "", (object?)e.Value)), depth);
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item, depth + 1);
                }

                json.WriteEndArray();
                break;
            default:
                WriteMembers(json, PSObject.AsPSObject(bare!).Properties.Select(property => (property.Name, (object?)property.Value)), depth);
                break;
        }
    }

    /// <summary>Writes what is one value in JSON; anything else is left alone.</summary>
    private static bool TryWriteSingle(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                return true;
            case string or char or Guid or Uri:
                json.WriteStringValue(value.ToString());
                return true;
            case bool flag:
                json.WriteBooleanValue(flag);
                return true;
            case SwitchParameter flag:
                json.WriteBooleanValue(flag);
                return true;
            case DateTime or DateTimeOffset:
                json.WriteStringValue(((IFormattable)value).ToString("o", CultureInfo.InvariantCulture));
                return true;
            case TimeSpan time:
                json.WriteStringValue(time.ToString("c", CultureInfo.InvariantCulture));
                return true;
            case double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity:
                throw new FormatException("JSON has no number for infinity, nor for what is not a number.");
            case IFormattable number when number is byte or short or int or long or ushort or uint or ulong or float or double or decimal:
                json.WriteRawValue(number.ToString(null, CultureInfo.InvariantCulture));
                return true;
            case Enum member:
                json.WriteNumberValue(Convert.ToInt64(member, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, IEnumerable<(string Name, object? Value)> members, int depth)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            Write(json, value, depth + 1);
        }

        json.WriteEndObject();
    }
}
