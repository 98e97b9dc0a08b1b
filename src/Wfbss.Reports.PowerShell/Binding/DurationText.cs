using System.Globalization;
using System.Text.RegularExpressions;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Reads durations as people mean them. The engine would make 60 microseconds of 600, 600 days of '600', and 24 days of
/// '24:00:00'.
/// </summary>
internal static class DurationText
{
    private static readonly Regex Pattern = new(
        @"^(?<sign>-)?((?<d>[0-9]{1,4})\.)?(?<h>[0-9]{1,4}):(?<m>[0-5][0-9])(:(?<s>[0-5][0-9]))?\z",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>Reads a duration: <c>02:45:00</c>, <c>36:00:00</c>, <c>1.12:00:00</c>, or a <see cref="TimeSpan"/>.</summary>
    /// <exception cref="FormatException">It is something else, such as a number without a unit.</exception>
    public static TimeSpan Read(object? value)
    {
        var bare = ObjectMembers.Unwrap(SettingValues.Single(value, "duration"));
        return bare switch
        {
            TimeSpan span => span,
            string text when Parse(text) is { } span => span,
            _ => throw new FormatException($"'{ObjectMembers.TextOf(bare)}' is not a duration. Give hours, minutes and seconds, such as 02:45:00."),
        };
    }

    private static TimeSpan? Parse(string text)
    {
        var match = Pattern.Match(text.Trim());
        if (!match.Success || (match.Groups["d"].Success && Number(match, "h") > 23))
        {
            return null;
        }

        var length = new TimeSpan(Number(match, "d"), Number(match, "h"), Number(match, "m"), Number(match, "s"));
        return match.Groups["sign"].Success ? length.Negate() : length;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}

/// <summary>Makes durations of texts and time spans. Nothing is as if the parameter was not given.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Read(object? input) => input is null ? null : DurationText.Read(input);
}
