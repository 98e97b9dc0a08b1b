using System.Globalization;

namespace Wfbss.Reports.Reports;

/// <summary>A time of day as people write it: <c>08:00</c> or <c>08:00:30</c>.</summary>
public static class TimeOfDay
{
    // TimeSpan.Parse would take 8 for eight days.
    private static readonly string[] Formats = [@"h\:mm", @"hh\:mm", @"h\:mm\:ss", @"hh\:mm\:ss"];

    /// <summary>Reads a time of day, 00:00 to 23:59:59; <see langword="null"/> if the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TimeSpan.TryParseExact(text, Formats, CultureInfo.InvariantCulture, out var time) ? time : null;
    }

    /// <summary>Writes a time of day, with seconds only where there are some.</summary>
    public static string Write(TimeSpan time) =>
        time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
