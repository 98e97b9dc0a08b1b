using System.Globalization;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Overview.Markup;

/// <summary>The week: a row for each day, a column for each hour.</summary>
internal static class WeekView
{
    public static void Write(HtmlWriter html, OverviewCalendar calendar)
    {
        var most = OverviewCalendar.Week.Max(day => Hours.Max(hour => calendar.At(day, hour).Count));
        html.Start("thead").Start("tr").Element("th", "Day", ("scope", "col"));
        foreach (var hour in Hours) html.Element("th", Two(hour), ("scope", "col"));
        html.Element("th", "All", ("scope", "col")).End("tr").End("thead").Line().Start("tbody").Line();
        foreach (var day in OverviewCalendar.Week) WriteDay(html, calendar, day, most);
        html.End("tbody");
    }

    private static IEnumerable<int> Hours => Enumerable.Range(0, OverviewCalendar.HoursOfDay);

    private static void WriteDay(HtmlWriter html, OverviewCalendar calendar, DayOfWeek day, int most)
    {
        html.Start("tr").Element("th", day.ToString(), ("scope", "row"));
        foreach (var hour in Hours)
        {
            html.Start("td");
            var entries = calendar.At(day, hour);
            if (entries.Count > 0) SlotLink.Write(html, ReportTimes.Slot(day, hour), $"{day} {Two(hour)}:00 to {Two(hour)}:59", entries, most);
            html.End("td");
        }

        var all = Hours.Sum(hour => calendar.At(day, hour).Count);
        html.Element("td", all == 0 ? "" : DisplayText.Number(all), ("class", "sum"), ("data-day", ((int)day).ToString(CultureInfo.InvariantCulture)));
        html.End("tr").Line();
    }

    private static string Two(int hour) => hour.ToString("00", CultureInfo.InvariantCulture);
}
