using System.Globalization;

namespace Wfbss.Reports.Overview;

/// <summary>The week: a row for each day, a column for each hour.</summary>
internal static class WeekView
{
    public static void Write(HtmlWriter html, OverviewCalendar calendar)
    {
        var most = OverviewCalendar.Week.Max(day => Hours.Max(hour => calendar.At(day, hour).Count));
        html.Start("thead").Start("tr").Element("th", "Day", ("scope", "col"));
        foreach (var hour in Hours)
        {
            html.Element("th", Two(hour), ("scope", "col"));
        }

        html.Element("th", "All", ("scope", "col")).End("tr").End("thead").Line().Start("tbody").Line();
        foreach (var day in OverviewCalendar.Week)
        {
            WriteDay(html, calendar, day, most);
        }

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
            if (entries.Count > 0)
            {
                SlotLink.Write(html, ReportTimes.Slot(day, hour), $"{day} {Two(hour)}:00 to {Two(hour)}:59", entries, most);
            }

            html.End("td");
        }

        var all = Hours.Sum(hour => calendar.At(day, hour).Count);
        html.Element("td", all == 0 ? "" : DisplayText.Number(all), ("class", "sum"), ("data-day", ((int)day).ToString(CultureInfo.InvariantCulture)));
        html.End("tr").Line();
    }

    private static string Two(int hour) => hour.ToString("00", CultureInfo.InvariantCulture);
}

/// <summary>The month: a box for each day, with the times at which reports run.</summary>
internal static class MonthView
{
    private const int ShortestMonth = 28;
    private const int MostTimes = 3;

    public static void Write(HtmlWriter html, OverviewCalendar calendar)
    {
        var days = Enumerable.Range(1, OverviewCalendar.DaysOfMonth);
        var most = days.Max(day => calendar.On(day).Count);
        foreach (var day in days)
        {
            WriteDay(html, day, calendar.On(day), most);
        }
    }

    /// <summary>Says of how many reports it is not known when they run.</summary>
    public static void WriteUnplaced(HtmlWriter html, OverviewCalendar calendar)
    {
        if (calendar.Unplaced == 0)
        {
            return;
        }

        html.Element(
            "p",
            $"{DisplayText.Counted(calendar.Unplaced, "report is", "reports are")} in neither view: the service does not say in full when they run.",
            ("class", "note"));
    }

    private static void WriteDay(HtmlWriter html, int day, IReadOnlyList<OverviewEntry> entries, int most)
    {
        html.Start("li", ("class", day > ShortestMonth ? "day rare" : "day"));
        html.Element("span", day.ToString(CultureInfo.InvariantCulture), ("class", "date"));
        if (entries.Count > 0)
        {
            SlotLink.Write(html, ReportTimes.Slot(day), $"Day {day} of the month", entries, most);
            html.Element("span", Times(entries), ("class", "times"));
        }

        html.End("li").Line();
    }

    private static string Times(IReadOnlyList<OverviewEntry> entries)
    {
        var times = entries.GroupBy(entry => ReportTimes.Words(entry.Schedule!.At)).OrderBy(time => time.Key, StringComparer.Ordinal).ToArray();
        var shown = string.Join(", ", times.Take(MostTimes).Select(time => time.Key));
        return times.Length > MostTimes ? $"{shown}, …" : shown;
    }
}

/// <summary>How many reports fall into an hour or a day, as a link to them.</summary>
internal static class SlotLink
{
    private const int Shades = 5;

    public static void Write(HtmlWriter html, string slot, string when, IReadOnlyList<OverviewEntry> entries, int most) =>
        html.Element(
            "a",
            DisplayText.Number(entries.Count),
            ("href", "#reports"),
            ("class", "slot shade-" + Shade(entries.Count, most)),
            ("data-slot", slot),
            ("data-when", when),
            ("aria-label", $"{when}: {DisplayText.Counted(entries.Count, "report", "reports")}"),
            ("title", $"{when}: {DisplayText.Customers(entries)}"));

    // 1 to 5, the most being 5.
    private static string Shade(int count, int most) =>
        (((count * Shades) + most - 1) / most).ToString(CultureInfo.InvariantCulture);
}
