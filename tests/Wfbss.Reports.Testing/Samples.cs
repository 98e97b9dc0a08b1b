namespace Wfbss.Reports.Testing;

/// <summary>Definitions and reports to begin from.</summary>
internal static class Samples
{
    public static readonly TimeSpan EightOClock = TimeSpan.FromHours(8);

    public static ReportContent VirusSummary { get; } = ReportContent.FromNumber(100);

    /// <summary>A valid weekly report that is not e-mailed.</summary>
    public static ReportDefinition Weekly { get; } = new()
    {
        Name = "Weekly security",
        Schedule = ReportSchedule.Weekly(DayOfWeek.Monday, EightOClock),
        Contents = [VirusSummary],
    };

    /// <summary>The weekly report with recipients and groups.</summary>
    public static ReportDefinition WeeklyByEmail { get; } = Weekly with
    {
        Contents = [VirusSummary, ReportContent.FromNumber(101)],
        SendEmail = true,
        Recipients = ["soc@example.com"],
        GroupIds = [1, 2],
    };

    /// <summary>A valid monthly report with recipients and groups.</summary>
    public static ReportDefinition Monthly { get; } = new()
    {
        Name = "Monthly security",
        Schedule = ReportSchedule.Monthly(5, EightOClock),
        Contents = [VirusSummary, ReportContent.FromNumber(101)],
        SendEmail = true,
        Recipients = ["soc@example.com", "noc@example.com"],
        GroupIds = [1, 2],
    };

    /// <summary>The report that a service which shows everything would show for a definition.</summary>
    public static ScheduledReport Shown(ReportDefinition definition, string? name = null, int? id = 1) => new()
    {
        CustomerId = Ids.Of(1).ToString(),
        ReportId = id,
        RunCount = 0,
        Name = name ?? definition.Name,
        Enabled = definition.Enabled,
        Frequency = definition.Schedule.Frequency,
        DayOfWeek = definition.Schedule.DayOfWeek,
        DayOfMonth = definition.Schedule.DayOfMonth,
        At = definition.Schedule.At,
        SendEmail = definition.SendEmail,
        Recipients = definition.Recipients,
        GroupIds = definition.GroupIds,
        Contents = definition.Contents,
    };
}
