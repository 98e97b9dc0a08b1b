using System.Globalization;

namespace Wfbss.Reports.Definitions;

/// <summary>Compares a report with a definition: every setting that the service shows, and no other.</summary>
internal static class DefinitionComparison
{
    private const string AllDevices = "all devices";
    private const string Nobody = "nobody";

    /// <summary>The properties that differ; none if the report is what the definition says, as far as the service shows it.</summary>
    public static IReadOnlyList<PropertyDifference> Differences(ReportDefinition definition, ScheduledReport report) =>
    [
        .. Settings(definition, report)
            .Where(setting => setting is { Expected: not null, Actual: not null } && setting.Expected != setting.Actual)
            .Select(setting => new PropertyDifference(setting.Property, setting.Expected!, setting.Actual!)),
    ];

    /// <summary>The properties that could not be compared, because the service does not show them.</summary>
    public static IReadOnlyList<string> NotCompared(ReportDefinition definition, ScheduledReport report) =>
    [
        .. Settings(definition, report)
            .Where(setting => setting is { Expected: not null, Actual: null })
            .Select(setting => setting.Property),
    ];

    private static (string Property, string? Expected, string? Actual)[] Settings(ReportDefinition definition, ScheduledReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(report);

        var schedule = definition.Schedule;
        // A report of another frequency has another kind of day, which the difference in frequency says already.
        var isOther = report.Frequency is { } frequency && frequency != schedule.Frequency;
        return
        [
            ("Name", definition.Name, report.Name),
            ("Enabled", Text(definition.Enabled), Text(report.Enabled)),
            ("Frequency", Text(schedule.Frequency), Text(report.Frequency)),
            // Days matter only where they are meant: a service may well show a weekday of 0 for a monthly report.
            ("DayOfWeek", isOther ? null : Text(schedule.DayOfWeek), Text(report.DayOfWeek)),
            ("DayOfMonth", isOther ? null : Text(schedule.DayOfMonth), Text(report.DayOfMonth)),
            ("At", Text(schedule.At), Text(report.At)),
            ("SendEmail", Text(definition.SendEmail), Text(report.SendEmail)),
            ("Recipients", People(definition.Recipients), People(report.Recipients)),
            ("GroupIds", Groups(definition.GroupIds), Groups(report.GroupIds)),
            ("Contents", List(definition.Contents.Select(c => c.Name)), List(report.Contents?.Select(c => c.Name))),
        ];
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static string? People(IReadOnlyList<string>? addresses) =>
        addresses is { Count: 0 } ? Nobody : List(addresses?.Select(Lower));

    private static string? Groups(IReadOnlyList<int>? ids) => ids switch
    {
        null => null,
        { Count: 0 } => AllDevices,
        _ => List(ids.Select(id => id.ToString(CultureInfo.InvariantCulture))),
    };

    // Order means nothing in any of the lists.
    private static string? List(IEnumerable<string>? items) =>
        items is null ? null : string.Join(", ", items.Distinct().OrderBy(item => item, StringComparer.Ordinal));

#pragma warning disable CA1308 // Shown to people, who write addresses in lower case.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
