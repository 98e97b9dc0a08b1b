using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing.Journals;

/// <summary>
/// A record as a line of JSON. Each line ends with a checksum over itself and the checksum before it, so that a line
/// that was changed, removed or put in later is noticed. It guards against accidents and editing, not against forgery.
/// </summary>
internal static class JournalLine
{
    /// <summary>The checksum that the first line builds on.</summary>
    public const string FirstSum = "0000000000000000";

    private const string RunStart = "{\"kind\":\"Run\",\"at\":\"";
    private const string SumStart = ",\"sum\":\"";
    private const string SumEnd = "\"}";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line without its end, and the checksum that the next line builds on.</summary>
    public static string Write(JournalRecord record, string sumBefore, out string sum)
    {
        var json = WriteRecord(record);
        var content = json.Substring(0, json.Length - 1);
        sum = SumOf(sumBefore, content);
        return content + SumStart + sum + SumEnd;
    }

    /// <summary>Reads a line.</summary>
    /// <returns><see langword="null"/> if it is not a line of a journal, or does not follow the line before it.</returns>
    public static JournalRecord? Read(string line, string sumBefore, out string sum)
    {
        var sumAt = line.LastIndexOf(SumStart, StringComparison.Ordinal);
        sum = sumAt < 0 ? "" : SumOf(sumBefore, line.Substring(0, sumAt));
        if (sumAt < 0 || line != line.Substring(0, sumAt) + SumStart + sum + SumEnd)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(line);
            return ReadRecord(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a text can be the first part, of any length, of the line that begins a journal.</summary>
    public static bool MayBeStartOfRun(string text) =>
        text.StartsWith(RunStart, StringComparison.Ordinal) || RunStart.StartsWith(text, StringComparison.Ordinal);

    private static string SumOf(string sumBefore, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(sumBefore + content);
#if NET
        var hash = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(bytes);
#endif
        return BitConverter.ToUInt64(hash, 0).ToString("x16", CultureInfo.InvariantCulture);
    }

    private static string WriteRecord(JournalRecord record)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            json.WriteString("kind", record.Kind.ToString());
            json.WriteString("at", record.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            WriteText(json, "format", record.Format);
            WriteText(json, "command", record.Command);
            WriteText(json, "write", record.Write);
            if (record.IsVisible is false)
            {
                json.WriteBoolean("visible", false);
            }

            WriteText(json, "reportName", record.ReportName);
            WriteText(json, "definition", record.Definition);
            WriteText(json, "service", record.Service);
            if (record.CustomerIds.Count > 0)
            {
                json.WriteStartArray("customerIds");
                foreach (var id in record.CustomerIds)
                {
                    json.WriteStringValue(id);
                }

                json.WriteEndArray();
            }

            WriteText(json, "status", record.Status);
            if (record.ReportId is { } reportId)
            {
                json.WriteNumber("reportId", reportId);
            }

            WriteText(json, "message", record.Message);
            WriteText(json, "traceId", record.TraceId);
            if (record.Attempts is { } attempts)
            {
                json.WriteNumber("attempts", attempts);
            }

            if (record.ConfirmedByReadBack is true)
            {
                json.WriteBoolean("confirmedByReadBack", true);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private static JournalRecord ReadRecord(JsonElement json) => new()
    {
        Kind = Enum.TryParse<JournalRecordKind>(json.Text("kind"), out var kind) ? kind : throw new FormatException(),
        At = DateTimeOffset.ParseExact(
            json.Text("at") ?? "", TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Format = json.Text("format"),
        Command = json.Text("command"),
        Write = json.Text("write"),
        IsVisible = json.Number("visible") is { } visible ? visible != 0 : null,
        ReportName = json.Text("reportName"),
        Definition = json.Text("definition"),
        Service = json.Text("service"),
        CustomerIds = [.. json.Items("customerIds").Select(id => id.AsText() ?? "")],
        Status = json.Text("status"),
        ReportId = json.Number("reportId"),
        Message = json.Text("message"),
        TraceId = json.Text("traceId"),
        Attempts = json.Number("attempts"),
        ConfirmedByReadBack = json.Number("confirmedByReadBack") is { } flag ? flag != 0 : null,
    };
}
