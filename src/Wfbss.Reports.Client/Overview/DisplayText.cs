using System.Globalization;

namespace Wfbss.Reports.Overview;

/// <summary>DisplayText that more than one part of the page says.</summary>
internal static class DisplayText
{
    private const int MostNames = 6;

    public static string Of(OverviewState state) => state switch
    {
        OverviewState.Failed => "Failed last time",
        OverviewState.NotRead => "Not read",
        OverviewState.NoReport => "No report",
        OverviewState.SwitchedOff => "Switched off",
        OverviewState.NeverRun => "Never run",
        OverviewState.NotStated => "State not given",
        _ => "Active",
    };

    /// <summary>The state as the script and the style sheet know it.</summary>
    public static string Key(OverviewState state) => state switch
    {
        OverviewState.Failed => "failed",
        OverviewState.NotRead => "unread",
        OverviewState.NoReport => "none",
        OverviewState.SwitchedOff => "off",
        OverviewState.NeverRun => "never",
        OverviewState.NotStated => "unstated",
        _ => "active",
    };

    public static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Counted(int number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>The customers of some lines, the first few by name.</summary>
    public static string Customers(IReadOnlyList<OverviewEntry> entries)
    {
        var names = entries.Select(entry => entry.Customer.Name).Distinct().ToArray();
        var shown = string.Join(", ", names.Take(MostNames));
        return names.Length > MostNames ? $"{shown} and {Number(names.Length - MostNames)} more" : shown;
    }
}
