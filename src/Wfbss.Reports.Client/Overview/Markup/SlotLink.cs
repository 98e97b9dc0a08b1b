using System.Globalization;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Overview.Markup;

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
