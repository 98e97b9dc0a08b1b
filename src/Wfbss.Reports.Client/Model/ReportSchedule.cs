using System.Globalization;

namespace Wfbss.Reports;

/// <summary>When a report is made.</summary>
/// <param name="Frequency">Weekly or monthly.</param>
/// <param name="DayOfWeek">The day of a weekly report.</param>
/// <param name="DayOfMonth">The day of a monthly report, 1 to 31; months that are shorter are skipped.</param>
/// <param name="At">
/// The time of day, 00:00:00 to 23:59:59 in whole seconds. In which zone is not stated; presumably in the customer's own.
/// </param>
public sealed record ReportSchedule(ReportFrequency Frequency, DayOfWeek? DayOfWeek, int? DayOfMonth, TimeSpan At)
{
    /// <summary>A weekly schedule.</summary>
    public static ReportSchedule Weekly(DayOfWeek day, TimeSpan at) => new(ReportFrequency.Weekly, day, null, at);

    /// <summary>A monthly schedule.</summary>
    public static ReportSchedule Monthly(int day, TimeSpan at) => new(ReportFrequency.Monthly, null, day, at);

    /// <summary>For a person: <c>Monday 08:00</c>, <c>day 5 08:00</c>.</summary>
    public override string ToString()
    {
        var time = TimeOfDay.Write(At);
        return Frequency is ReportFrequency.Weekly ? $"{DayOfWeek} {time}" : $"day {DayOfMonth} {time}";
    }
}

/// <summary>How often a report is made; the numbers are the service's <c>type</c>.</summary>
public enum ReportFrequency
{
    /// <summary>Once a week.</summary>
    Weekly = 3,

    /// <summary>Once a month.</summary>
    Monthly = 4,
}

/// <summary>A time of day as people write it: <c>08:00</c> or <c>08:00:30</c>.</summary>
internal static class TimeOfDay
{
    // TimeSpan.Parse would take 8 for eight days.
    private static readonly string[] Formats = [@"h\:mm", @"hh\:mm", @"h\:mm\:ss", @"hh\:mm\:ss"];

    /// <summary>Reads a time of day, 00:00 to 23:59:59; <see langword="null"/> if the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TimeSpan.TryParseExact(text, Formats, CultureInfo.InvariantCulture, out var time) ? time : null;
    }

    /// <summary>Writes a time of day, with seconds only where there are some.</summary>
    public static string Write(TimeSpan time) =>
        time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
