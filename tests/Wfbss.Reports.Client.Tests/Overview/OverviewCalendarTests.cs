using System.Globalization;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Overview;

namespace Wfbss.Reports.Client.Tests.Overview;

public sealed class OverviewCalendarTests
{
    [Fact]
    public void The_week_begins_on_Monday()
    {
        Assert.Equal(DayOfWeek.Monday, OverviewCalendar.Week[0]);
        Assert.Equal(7, OverviewCalendar.Week.Distinct().Count());
    }

    [Theory]
    [InlineData("00:00:00", 0)]
    [InlineData("08:00:00", 8)]
    [InlineData("08:59:59", 8)]
    [InlineData("23:59:59", 23)]
    public void A_weekly_report_is_in_its_hour(string time, int hour)
    {
        var calendar = Calendar(ReportSchedule.Weekly(DayOfWeek.Sunday, TimeSpan.Parse(time, CultureInfo.InvariantCulture)));

        Assert.Single(calendar.At(DayOfWeek.Sunday, hour));
        Assert.Equal(0, calendar.Unplaced);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    public void A_monthly_report_is_on_its_day(int day)
    {
        Assert.Single(Calendar(ReportSchedule.Monthly(day, Samples.EightOClock)).On(day));
    }

    [Theory]
    [InlineData(0, "08:00:00")]
    [InlineData(32, "08:00:00")]
    [InlineData(5, "1.00:00:00")]
    [InlineData(5, "-00:00:01")]
    public void A_time_that_cannot_be_is_in_neither_view_and_counted(int day, string time)
    {
        var calendar = Calendar(ReportSchedule.Monthly(day, TimeSpan.Parse(time, CultureInfo.InvariantCulture)));

        Assert.Equal(1, calendar.Unplaced);
        Assert.Equal(0, Placed(calendar));
    }

    [Fact]
    public void A_report_that_is_switched_off_does_not_run()
    {
        var calendar = Lines.Model(Lines.Customer(1, Lines.Report(enabled: false))).Calendar;

        Assert.Equal((0, 0), (Placed(calendar), calendar.Unplaced));
    }

    [Property]
    public void Every_report_that_is_on_is_in_exactly_one_place(ValidDefinition[] definitions)
    {
        var reports = definitions.Select(definition => Samples.Shown(definition.Value)).ToArray();

        var calendar = Lines.Model(Lines.Customer(1, reports)).Calendar;

        Assert.Equal(reports.Count(report => report.Enabled is true), Placed(calendar) + calendar.Unplaced);
    }

    private static OverviewCalendar Calendar(ReportSchedule schedule) =>
        Lines.Model(Lines.Customer(1, Lines.Report(schedule: schedule))).Calendar;

    private static int Placed(OverviewCalendar calendar) =>
        OverviewCalendar.Week.Sum(day => Enumerable.Range(0, 24).Sum(hour => calendar.At(day, hour).Count))
        + Enumerable.Range(1, 31).Sum(day => calendar.On(day).Count);
}
