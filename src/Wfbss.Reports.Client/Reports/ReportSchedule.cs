namespace Wfbss.Reports.Reports;

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
