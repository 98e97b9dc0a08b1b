using System.Globalization;
using System.Text.RegularExpressions;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Reads times of day as people type them: <c>08:00</c>, <c>08:00:30</c>, <c>8</c>, <c>3am</c>, <c>8:00 PM</c>.</summary>
internal static class ClockText
{
    private static readonly Regex Pattern = new(
        @"^(?<h>[0-9]{1,2})(:(?<m>[0-9]{2})(:(?<s>[0-9]{2})([.,][0-9]+)?)?)?(\s*(?<half>[ap])\.?m\.?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>Reads a time of day; fractions of a second are dropped. <see langword="null"/> if the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        var match = Pattern.Match(text.Trim());
        if (!match.Success || HourOf(match) is not { } hour || Number(match, "m") > 59 || Number(match, "s") > 59)
        {
            return null;
        }

        return new TimeSpan(hour, Number(match, "m"), Number(match, "s"));
    }

    // Twelve is the first hour of each half of a day.
    private static int? HourOf(Match match)
    {
        var hour = Number(match, "h");
        return match.Groups["half"].Value.ToUpperInvariant() switch
        {
            "" => hour < 24 ? hour : null,
            _ when hour is < 1 or > 12 => null,
            "A" => hour % 12,
            _ => (hour % 12) + 12,
        };
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
