using System.Globalization;

namespace Wfbss.Reports.Reports;

/// <summary>Compares a report with a definition: every setting that the service shows, and no other.</summary>
public static class DefinitionComparison
{
    private const string AllDevices = "all devices";

    /// <summary>The properties that differ; none if the report is what the definition says, as far as the service shows it.</summary>
    public static IReadOnlyList<PropertyDifference> Differences(ReportDefinition definition, ScheduledReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(report);

        var schedule = definition.Schedule;
        PropertyDifference?[] all =
        [
            Compare("Name", definition.Name, report.Name),
            Compare("Enabled", Text(definition.Enabled), Text(report.Enabled)),
            Compare("Frequency", Text(schedule.Frequency), Text(report.Frequency)),
            // Days matter only where they are meant: a service may well show a weekday of 0 for a monthly report.
            schedule.DayOfWeek is null ? null : Compare("DayOfWeek", Text(schedule.DayOfWeek), Text(report.DayOfWeek)),
            schedule.DayOfMonth is null ? null : Compare("DayOfMonth", Text(schedule.DayOfMonth), Text(report.DayOfMonth)),
            Compare("At", Text(schedule.At), Text(report.At)),
            Compare("SendEmail", Text(definition.SendEmail), Text(report.SendEmail)),
            Compare("Recipients", List(definition.Recipients.Select(Lower)), List(report.Recipients?.Select(Lower))),
            Compare("GroupIds", Groups(definition.GroupIds), Groups(report.GroupIds)),
            Compare("Contents", List(definition.Contents.Select(c => c.Name)), List(report.Contents?.Select(c => c.Name))),
        ];
        return [.. all.OfType<PropertyDifference>()];
    }

    private static PropertyDifference? Compare(string property, string? expected, string? actual) =>
        actual is null || expected is null || actual == expected ? null : new(property, expected, actual);

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

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
