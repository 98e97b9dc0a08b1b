using System.Globalization;

namespace Wfbss.Reports.Overview;

/// <summary>When the reports run: by hour of the week, and by day of the month.</summary>
internal sealed class OverviewCalendar
{
    /// <summary>Days that a month can have.</summary>
    public const int DaysOfMonth = 31;

    /// <summary>Hours of a day.</summary>
    public const int HoursOfDay = 24;

    private readonly ILookup<(DayOfWeek Day, int Hour), OverviewEntry> _week;
    private readonly ILookup<int, OverviewEntry> _month;

    internal OverviewCalendar(IReadOnlyList<OverviewEntry> entries)
    {
        var placed = entries.Where(entry => entry.IsOnCalendar).ToArray();
        _week = placed
            .Where(entry => entry.Schedule!.DayOfWeek is not null)
            .ToLookup(entry => (entry.Schedule!.DayOfWeek!.Value, entry.Schedule.At.Hours));
        _month = placed
            .Where(entry => entry.Schedule!.DayOfMonth is not null)
            .ToLookup(entry => entry.Schedule!.DayOfMonth!.Value);
        Unplaced = entries.Count(entry => entry.Report is not null && entry.Schedule is null && !entry.Is(OverviewState.SwitchedOff));
    }

    /// <summary>The days of a week in the order of the view: Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>Reports that are on, but of which the service does not say in full when they run.</summary>
    public int Unplaced { get; }

    /// <summary>The weekly reports that run in an hour of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="hour">The hour, 0 to 23.</param>
    public IReadOnlyList<OverviewEntry> At(DayOfWeek day, int hour) => [.. _week[(day, hour)]];

    /// <summary>The monthly reports that run on a day.</summary>
    /// <param name="day">The day of the month, 1 to 31.</param>
    public IReadOnlyList<OverviewEntry> On(int day) => [.. _month[day]];
}

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
