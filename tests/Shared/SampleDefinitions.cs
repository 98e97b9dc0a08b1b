namespace Wfbss.Reports.Testing;

/// <summary>Definitions that the service accepts.</summary>
internal static class SampleDefinitions
{
    public static ReportDefinition Weekly { get; } = Named("Weekly security");

    public static ReportDefinition Named(string name) => new()
    {
        Name = name,
        Schedule = ReportSchedule.Weekly(DayOfWeek.Monday, TimeSpan.FromHours(8)),
        Contents = [ReportContent.FromNumber(100), ReportContent.FromNumber(101)],
        SendEmail = true,
        Recipients = ["soc@example.com"],
        GroupIds = [1, 2],
    };
}
