using System.Collections;
using System.Globalization;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Reads the values of a report's settings as people mean them. Each method refuses what it would have to guess.</summary>
internal static class SettingValues
{
    private static readonly DayOfWeek[] Days = [.. Enumerable.Range(0, 7).Select(day => (DayOfWeek)day)];

    /// <summary>One day of the week: its name, or the beginning of one, or 0 (Sunday) to 6 (Saturday).</summary>
    /// <exception cref="FormatException">It is something else, or several days.</exception>
    public static DayOfWeek DayOfWeek(object? value)
    {
        var bare = ObjectMembers.Unwrap(Single(value, "day of the week"));
        if (bare is DayOfWeek day)
        {
            return day;
        }

        if (WholeNumber.TryRead(bare, out var number))
        {
            return (DayOfWeek)number;
        }

        var text = (bare as string)?.Trim() ?? "";
        var days = Days.Where(day => text.Length > 0 && day.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return days.Length == 1
            ? days[0]
            : throw new FormatException($"'{Shown(bare)}' is not a day of the week. Give one day: {string.Join(", ", Days)}.");
    }

    /// <summary>One day of a month: a whole number. Whether there is such a day is left to the rules.</summary>
    /// <exception cref="FormatException">It is something else, or several days.</exception>
    public static int DayOfMonth(object? value)
    {
        var bare = Single(value, "day of the month");
        return WholeNumber.TryRead(bare, out var day) ? day : throw new FormatException($"'{Shown(bare)}' is not a day of the month. Use a whole number, 1 to 31.");
    }

    /// <summary>A time of day, in whole seconds.</summary>
    /// <exception cref="FormatException">It is not a time of day.</exception>
    public static TimeSpan TimeOfDay(object? value)
    {
        var bare = ObjectMembers.Unwrap(Single(value, "time of day"));
        var time = bare switch
        {
            TimeSpan span => span,
            DateTime date => date.TimeOfDay,
            DateTimeOffset date => date.TimeOfDay,
            // TimeOnly, which one of the flavours does not know.
            { } only when only.GetType().FullName == "System.TimeOnly" => TimeSpan.FromTicks(Convert.ToInt64(ObjectMembers.Of(only)!.Value("Ticks"), CultureInfo.InvariantCulture)),
            string text => ClockText.Parse(text),
            _ when WholeNumber.TryRead(bare, out var hour) && hour is >= 0 and < 24 => TimeSpan.FromHours(hour),
            _ => null,
        };
        return time is { } read
            ? TimeSpan.FromTicks(read.Ticks - (read.Ticks % TimeSpan.TicksPerSecond))
            : throw new FormatException($"'{Shown(bare)}' is not a time of day. Use hours and minutes such as 08:00, 08:00:30 or 8:00 PM, from 00:00 to 23:59:59.");
    }

    /// <summary>Contents: names, wildcards, numbers, content objects, those as well that have been through a file.</summary>
    /// <exception cref="FormatException">A name is not a content's.</exception>
    public static ReportContent[] Contents(object? value) =>
        [.. Items(value).SelectMany(item => ObjectMembers.Unwrap(item) is string text && NameFilter.IsPattern(text) ? Matching(text) : [Content(item)])];

    /// <summary>E-mail addresses. Whether they can be addresses is left to the rules.</summary>
    /// <exception cref="FormatException">Something is not a text.</exception>
    public static string[] Recipients(object? value) => [.. Items(value).Select(item => ObjectMembers.Unwrap(item) switch
    {
        null => "",
        string text => text,
        // System.Net.Mail.MailAddress and the like say what they are.
        var other when ObjectMembers.Of(other)?.Text("Address") is { } address => address,
        var other => throw new FormatException($"'{Shown(other)}' is not an e-mail address."),
    })];

    /// <summary>Group ids: whole numbers, or groups.</summary>
    /// <exception cref="FormatException">Something is not a whole number.</exception>
    public static int[] GroupIds(object? value) => [.. Items(value).Select(item => ObjectMembers.Unwrap(item) is CustomerGroup group
        ? group.GroupId
        : WholeNumber.TryRead(item, out var id) ? id : throw new FormatException($"'{Shown(item)}' is not a group ID. Group IDs are whole numbers, as Get-WfbssCustomerGroup lists them."))];

    /// <summary>Whole numbers in digits; a blank cell of a row is none.</summary>
    /// <exception cref="FormatException">Something is not a whole number.</exception>
    public static int[] WholeNumbers(object? value) => [.. Items(value).Where(item => ObjectMembers.TextOf(item)?.Trim().Length > 0).Select(WholeNumber.Read)];

    /// <summary>Whether the service makes the report.</summary>
    /// <exception cref="FormatException">It is neither true nor false.</exception>
    public static bool Enabled(object? value) => ObjectMembers.Unwrap(Single(value, "value")) switch
    {
        bool flag => flag,
        System.Management.Automation.SwitchParameter flag => flag.IsPresent,
        string text when bool.TryParse(text.Trim(), out var flag) => flag,
        var other when WholeNumber.TryRead(other, out var number) && number is 0 or 1 => number == 1,
        var other => throw new FormatException($"'{Shown(other)}' is neither $true nor $false."),
    };

    private static ReportContent[] Matching(string pattern)
    {
        var choice = NameFilter.Of([pattern])![0];
        ReportContent[] matching = [.. ReportContent.All.Where(content => choice.IsMatch(content.Name) || choice.IsMatch(content.Title))];
        return matching.Length > 0 ? matching : throw new FormatException($"'{pattern}' matches no report content. Get-WfbssReportContent lists all.");
    }

    private static ReportContent Content(object? item)
    {
        var bare = ObjectMembers.Unwrap(item);
        if (bare is ReportContent content)
        {
            return content;
        }

        if (WholeNumber.TryRead(bare, out var number))
        {
            return ReportContent.FromNumber(number);
        }

        return bare is not string && ObjectMembers.Of(item) is { } members && WholeNumber.TryRead(members.Value("Number"), out var known)
            ? ReportContent.FromNumber(known)
            : ReportContent.Parse(ObjectMembers.TextOf(item) ?? "");
    }

    /// <summary>The one value: several values of an enumeration would become a third one, and a list of one is the one.</summary>
    /// <exception cref="FormatException">There are none, or several.</exception>
    public static object? Single(object? value, string what)
    {
        if (ObjectMembers.ItemsOf(value) is not { } items)
        {
            return value;
        }

        object?[] all = [.. items.Cast<object?>()];
        return all.Length == 1 ? all[0] : throw new FormatException($"'{string.Join(", ", all)}' is not one {what}. Give one.");
    }

    /// <summary>The values of a list and of the lists in it; one value is a list of one.</summary>
    public static IEnumerable<object?> Items(object? value) =>
        ObjectMembers.ItemsOf(value) is { } items ? items.Cast<object?>().SelectMany(Items) : [value];

    private static string Shown(object? value) => value switch
    {
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list and not string => string.Join(", ", list.Cast<object?>()),
        _ => $"{value}",
    };
}
