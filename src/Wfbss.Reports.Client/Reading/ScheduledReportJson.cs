using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Reading;

/// <summary>Reads a customer's reports from the service's JSON.</summary>
internal static class ScheduledReportJson
{
    public static ScheduledReport Read(string customerId, string? customerName, JsonElement json)
    {
        var setting = json.Member("setting") ?? default;
        var parameter = setting.Member("parameter") ?? default;
        return new ScheduledReport
        {
            CustomerId = customerId,
            CustomerName = customerName,
            ReportId = json.Number("rtid"),
            RunCount = json.Number("number"),
            Name = setting.Member("name")?.AsText() ?? "",
            Enabled = AsBoolean(setting.Number("enabled")),
            Frequency = json.Number("type") is (3 or 4) and { } type ? (ReportFrequency)type : null,
            DayOfWeek = parameter.Number("weekday") is >= 0 and <= 6 and { } day ? (DayOfWeek)day : null,
            DayOfMonth = parameter.Number("monthday"),
            At = parameter.Number("time") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            SendEmail = AsBoolean(parameter.Number("email")),
            Recipients = List(parameter, "address", item => item.AsText()),
            GroupIds = List(parameter, "gids", item => item.AsNumber()),
            Contents = List(parameter, "contents", ContentOf),
            ReadInPart =
            [
                .. InPart(parameter, "address", item => item.AsText() is not null),
                .. InPart(parameter, "gids", item => item.AsNumber() is not null),
                .. InPart(parameter, "contents", item => ContentOf(item) is not null),
            ],
        };
    }

    /// <summary>Whether a report's name is there, and is not a text that can be read.</summary>
    public static bool HidesName(JsonElement json) =>
        json.Member("setting")?.Member("name") is { } name && name.AsText() is null;

    private static ReportContent? ContentOf(JsonElement item) =>
        item.Number("tbl_type") is { } number ? ReportContent.FromNumber(number) : null;

    private static IEnumerable<string> InPart(JsonElement json, string name, Func<JsonElement, bool> isReadable) =>
        json.Member(name) is { } list && (list.ValueKind is not JsonValueKind.Array || !list.EnumerateArray().All(isReadable)) ? [name] : [];

    private static List<string>? List(JsonElement json, string name, Func<JsonElement, string?> read) =>
        json.Member(name) is null
            ? null
            : [.. json.Items(name).Select(read).OfType<string>()];

    private static List<int>? List(JsonElement json, string name, Func<JsonElement, int?> read) =>
        json.Member(name) is null ? null : [.. json.Items(name).Select(read).OfType<int>()];

    private static List<ReportContent>? List(JsonElement json, string name, Func<JsonElement, ReportContent?> read) =>
        json.Member(name) is null ? null : [.. json.Items(name).Select(read).OfType<ReportContent>()];

    private static bool? AsBoolean(int? number) => number switch
    {
        null => null,
        0 => false,
        _ => true,
    };
}
