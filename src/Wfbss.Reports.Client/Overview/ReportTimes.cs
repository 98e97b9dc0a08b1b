using System.Globalization;

namespace Wfbss.Reports.Overview;

/// <summary>When a report runs: as a place in the calendar, in words, and as a number to sort by.</summary>
internal static class ReportTimes
{
    private const int SecondsOfDay = 86_400;
    private const int DaysOfWeek = 7;

    /// <summary>The schedule that a report has; <see langword="null"/> if the service does not say it in full, or says what cannot be.</summary>
    public static ReportSchedule? ScheduleOf(ScheduledReport report) => report switch
    {
        { At: not { Ticks: >= 0, Days: 0 } } => null,
        { Frequency: ReportFrequency.Weekly, DayOfWeek: { } day } => ReportSchedule.Weekly(day, report.At.Value),
        { Frequency: ReportFrequency.Monthly, DayOfMonth: >= 1 and <= OverviewCalendar.DaysOfMonth and { } day } =>
            ReportSchedule.Monthly(day, report.At.Value),
        _ => null,
    };

    /// <summary>Sorts weekly reports from Monday on, then monthly ones from day 1 on.</summary>
    public static int SortKey(ReportSchedule schedule)
    {
        var day = schedule.DayOfWeek is { } weekday
            ? ((int)weekday + DaysOfWeek - 1) % DaysOfWeek
            : DaysOfWeek + schedule.DayOfMonth!.Value;
        return (day * SecondsOfDay) + (int)schedule.At.TotalSeconds;
    }

    /// <summary>The hour of the week, <c>w1-08</c>, or the day of the month, <c>m05</c>, that a schedule falls into.</summary>
    public static string Slot(ReportSchedule schedule) =>
        schedule.DayOfWeek is { } day ? Slot(day, schedule.At.Hours) : Slot(schedule.DayOfMonth!.Value);

    public static string Slot(DayOfWeek day, int hour) => string.Format(CultureInfo.InvariantCulture, "w{0}-{1:00}", (int)day, hour);

    public static string Slot(int dayOfMonth) => string.Format(CultureInfo.InvariantCulture, "m{0:00}", dayOfMonth);

    /// <summary>In words: <c>Mondays 08:00</c>, <c>Day 5, 08:00</c>.</summary>
    public static string Words(ReportSchedule schedule) =>
        schedule.DayOfWeek is { } day ? $"{day}s {Words(schedule.At)}" : $"Day {schedule.DayOfMonth}, {Words(schedule.At)}";

    public static string Words(TimeSpan time) =>
        time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
