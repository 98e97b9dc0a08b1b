using Wfbss.Reports.Overview;

namespace Wfbss.Reports.BrowserTests.Support;

/// <summary>Customers to make pages of: the same every time.</summary>
internal static class SampleOverviews
{
    private static readonly string[] FirstNames =
        ["Northwind", "Harbor", "Müller", "Acme", "Blue Ridge", "Kestrel", "Sakura", "Granite", "Lumen", "Óbidos", "Prairie", "Silverline"];

    private static readonly string[] Trades =
        ["Logistics", "Dental Clinic", "& Söhne GmbH", "Tools", "Law Partners", "Foods", "Design", "Auto Parts"];

    private static readonly string[] Zones = ["Europe/Berlin", "America/Chicago", "Asia/Tokyo", "Australia/Sydney"];

    /// <summary>Customers with some of everything: none to three reports, switched off, never run, not read, not stated.</summary>
    /// <param name="customers">How many.</param>
    /// <param name="reports">How many reports each of them has; <see langword="null"/> for none to three.</param>
    public static OverviewSource Mixed(int customers, int? reports = null) => new()
    {
        Title = "Security reports of Contoso Managed Services",
        GeneratedAt = new DateTimeOffset(2026, 3, 9, 7, 30, 0, TimeSpan.FromHours(1)),
        ServiceAddress = new Uri("https://cspi.trendmicro.com/"),
        Customers = [.. Enumerable.Range(0, customers).Select(index => Customer(index, reports))],
        Results = [.. Enumerable.Range(0, customers).Where(index => index % 9 == 4).Select(Failure)],
    };

    /// <summary>One customer with one weekly report, to be changed with <c>with</c>.</summary>
    public static CustomerReading One(string name, params ScheduledReport[] reports) => new()
    {
        CustomerId = Id(name.Length),
        CustomerName = name,
        TimeZone = Zones[0],
        Reports = reports,
    };

    public static ScheduledReport Weekly(string name, DayOfWeek day, int hour, params string[] recipients) => new()
    {
        CustomerId = Id(0),
        ReportId = 1,
        Name = name,
        Enabled = true,
        Frequency = ReportFrequency.Weekly,
        DayOfWeek = day,
        At = TimeSpan.FromHours(hour),
        SendEmail = recipients.Length > 0,
        Recipients = recipients,
        RunCount = hour,
    };

    /// <summary>A page of customers.</summary>
    public static string Page(OverviewSource source)
    {
        using var writer = new StringWriter();
        OverviewPage.Write(OverviewModel.Of(source), writer);
        return writer.ToString();
    }

    private static CustomerReading Customer(int index, int? reports)
    {
        var count = reports ?? (index % 5 == 3 ? 0 : 1 + (index * 7 % 3));
        var isRead = reports is not null || index % 17 != 11;
        return new CustomerReading
        {
            CustomerId = Id(index),
            CustomerName = NameOf(index),
            TimeZone = Zones[index % Zones.Length],
            Reports = isRead ? [.. Enumerable.Range(0, count).Select(number => Report(index, number))] : null,
            Failure = isRead ? null : "The service refused the request GET report: 404 Not Found, license expired.",
        };
    }

    private static ScheduledReport Report(int index, int number)
    {
        var seed = (index * 31) + (number * 7);
        var isMonthly = number == 1;
        var hasNoTime = seed % 41 == 5;
        return new ScheduledReport
        {
            CustomerId = Id(index),
            ReportId = number + 1,
            Name = number switch { 0 => "Weekly security", 1 => "Monthly summary for management", _ => "Web threats" },
            Enabled = seed % 13 != 6,
            Frequency = isMonthly ? ReportFrequency.Monthly : ReportFrequency.Weekly,
            DayOfWeek = isMonthly ? null : (DayOfWeek)(number == 0 ? 1 + (seed % 3) : seed % 7),
            DayOfMonth = isMonthly ? new[] { 1, 1, 5, 15, 28, 31 }[seed % 6] : null,
            At = hasNoTime ? null : TimeSpan.FromMinutes(new[] { 480, 480, 420, 1020, 390, 1320 }[seed % 6]),
            SendEmail = seed % 11 != 3,
            Recipients = seed % 4 == 0 ? ["soc@contoso.example", $"it@customer{index}.example"] : [$"it@customer{index}.example"],
            RunCount = seed % 10 == 9 ? 0 : seed % 60,
        };
    }

    private static ScheduledReportResult Failure(int index) => new()
    {
        CustomerId = Id(index),
        CustomerName = NameOf(index),
        ReportName = "Weekly security",
        Status = ResultStatus.LimitError,
        Message = "over the report limit",
    };

    private static string NameOf(int index) =>
        $"{FirstNames[index % FirstNames.Length]} {Trades[index * 5 % Trades.Length]}{(index < 24 ? "" : $" {index}")}";

    private static string Id(int index) => $"{index:X8}-5118-4D79-8221-A35D0DE2EE2C";
}
