using System.Globalization;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Overview.Markup;

/// <summary>The top of the page: where from, when, and the figures.</summary>
internal static class Heading
{
    public static void WriteFacts(HtmlWriter html, OverviewModel model)
    {
        var at = model.GeneratedAt;
        html.Text("From ").Element("bdi", model.ServiceAddress.GetLeftPart(UriPartial.Path)).Text(", read on ");
        html.Element(
            "time",
            at.ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture) + " (UTC" + at.ToString("zzz", CultureInfo.InvariantCulture) + ")",
            ("datetime", at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)));
    }

    public static void WriteCounts(HtmlWriter html, OverviewModel model)
    {
        var counts = model.Counts;
        WriteCount(html, counts.Customers, "customer", "customers", "all");
        WriteCount(html, counts.Reports, "report", "reports", "all");
        WriteCount(html, counts.Recipients, "recipient", "recipients", "all");
        if (model.HasResults) WriteCount(html, counts.Failed, "failed last time", "failed last time", "failed");
        WriteCount(html, counts.NotRead, "customer not read", "customers not read", "unread");
        WriteCount(html, counts.NoReport, "customer without a report", "customers without a report", "none");
        WriteCount(html, counts.SwitchedOff, "report switched off", "reports switched off", "off");
        WriteCount(html, counts.NeverRun, "report never run", "reports never run", "never");
    }

    private static void WriteCount(HtmlWriter html, int number, string one, string many, string show)
    {
        html.Start("li", ("class", number == 0 ? "zero" : "count-" + show));
        html.Start("a", ("href", "#reports"), ("data-show", show));
        html.Element("strong", DisplayText.Number(number)).Text(" ").Element("span", number == 1 ? one : many);
        html.End("a").End("li").Line();
    }
}
