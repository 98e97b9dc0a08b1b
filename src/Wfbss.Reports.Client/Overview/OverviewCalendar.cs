namespace Wfbss.Reports.Overview;

/// <summary>When the reports run: by hour of the week, and by day of the month.</summary>
public sealed class OverviewCalendar
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
