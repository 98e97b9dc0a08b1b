using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Overview;

namespace Wfbss.Reports.Client.Tests.Overview;

/// <summary>Customers, reports and results to make overviews of.</summary>
internal static class Lines
{
    public static OverviewSource Source(params CustomerReading[] customers) => new()
    {
        GeneratedAt = new DateTimeOffset(2026, 3, 9, 7, 30, 0, TimeSpan.FromHours(1)),
        ServiceAddress = new Uri("https://cspi.trendmicro.com"),
        Customers = customers,
    };

    public static OverviewModel Model(params CustomerReading[] customers) => OverviewModel.Of(Source(customers));

    public static CustomerReading Customer(int number, params ScheduledReport[] reports) => new()
    {
        CustomerId = Ids.Of(number).ToString(),
        CustomerName = $"Customer {number}",
        TimeZone = "Europe/Berlin",
        Reports = reports,
    };

    public static CustomerReading Unread(int number) => Customer(number) with
    {
        Reports = null,
        Status = ResultStatus.Refused,
        Failure = "the license has expired",
    };

    public static ScheduledReport Report(
        string name = "Weekly security", int id = 1, bool? enabled = true, int? runs = 3, ReportSchedule? schedule = null)
    {
        var when = schedule ?? ReportSchedule.Weekly(DayOfWeek.Monday, Samples.EightOClock);
        return new ScheduledReport
        {
            CustomerId = Ids.Of(1).ToString(),
            ReportId = id,
            Name = name,
            Enabled = enabled,
            RunCount = runs,
            Frequency = when.Frequency,
            DayOfWeek = when.DayOfWeek,
            DayOfMonth = when.DayOfMonth,
            At = when.At,
            SendEmail = true,
            Recipients = ["soc@example.com"],
        };
    }

    public static ScheduledReportResult Result(int customer, string status, string report = "Weekly security", int? reportId = null) => new()
    {
        CustomerId = Ids.Of(customer).ToString(),
        ReportName = report,
        ReportId = reportId,
        Status = status,
        Message = "what the service said",
    };
}
