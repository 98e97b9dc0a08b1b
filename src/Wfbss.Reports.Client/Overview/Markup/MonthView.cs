using System.Globalization;

namespace Wfbss.Reports.Overview.Markup;

/// <summary>The month: a box for each day, with the times at which reports run.</summary>
internal static class MonthView
{
    private const int ShortestMonth = 28;
    private const int MostTimes = 3;

    public static void Write(HtmlWriter html, OverviewCalendar calendar)
    {
        var days = Enumerable.Range(1, OverviewCalendar.DaysOfMonth);
        var most = days.Max(day => calendar.On(day).Count);
        foreach (var day in days) WriteDay(html, day, calendar.On(day), most);
    }

    /// <summary>Says of how many reports it is not known when they run.</summary>
    public static void WriteUnplaced(HtmlWriter html, OverviewCalendar calendar)
    {
        if (calendar.Unplaced == 0) return;
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
