using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wfbss.Reports.Definitions;

/// <summary>
/// The body of create and replace (source: create-scheduled-report.txt, "Request Body"). Optional members are absent,
/// never null.
/// </summary>
internal static class ReportBody
{
    // Names stay readable in -WhatIf and on the wire; the body is never put into a page or a script.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body as bytes of UTF-8.</summary>
    public static byte[] Write(ReportDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            json.WriteNumber("type", (int)definition.Schedule.Frequency);
            json.WriteStartObject("setting");
            json.WriteString("name", definition.Name);
            json.WriteNumber("enabled", definition.Enabled ? 1 : 0);
            WriteParameter(json, definition);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The body as text.</summary>
    public static string WriteText(ReportDefinition definition) => Encoding.UTF8.GetString(Write(definition));

    /// <summary>What a journal knows a definition by: SHA-256 of its body, in hexadecimal digits.</summary>
    public static string Hash(byte[] body)
    {
#if NET
        return Convert.ToHexString(SHA256.HashData(body));
#else
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(body)).Replace("-", "");
#endif
    }

    private static void WriteParameter(Utf8JsonWriter json, ReportDefinition definition)
    {
        json.WriteStartObject("parameter");
        if (definition.GroupIds.Count > 0)
        {
            WriteNumbers(json, "gids", definition.GroupIds);
        }

        if (definition.Recipients.Count > 0)
        {
            WriteTexts(json, "address", definition.Recipients);
        }

        if (definition.Schedule.DayOfWeek is { } weekday)
        {
            json.WriteNumber("weekday", (int)weekday);
        }

        if (definition.Schedule.DayOfMonth is { } monthday)
        {
            json.WriteNumber("monthday", monthday);
        }

        json.WriteNumber("email", definition.SendEmail ? 1 : 0);
        json.WriteNumber("time", (int)definition.Schedule.At.TotalSeconds);
        WriteContents(json, definition.Contents);
        json.WriteEndObject();
    }

    private static void WriteContents(Utf8JsonWriter json, IEnumerable<ReportContent> contents)
    {
        json.WriteStartArray("contents");
        foreach (var content in contents)
        {
            json.WriteStartObject();
            json.WriteNumber("tbl_type", content.Number);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
