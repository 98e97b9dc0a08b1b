using System.Globalization;

namespace Wfbss.Reports.Overview;

/// <summary>What somebody has to look at: failures, customers that could not be read, customers without a report.</summary>
internal static class Attention
{
    public static void WriteFailures(HtmlWriter html, OverviewModel model)
    {
        OverviewEntry[] failed = [.. model.Entries.Where(entry => entry.Failure is not null)];
        if (failed.Length == 0)
        {
            html.Element("p", model.HasResults
                ? "Nothing: the last result of each report was a success."
                : "Not known: the results of earlier runs were not given to this page.");
            return;
        }

        StartTable(html, "Reports for which the last run did not succeed", "Customer", "Report", "Result", "What the service said");
        foreach (var entry in failed)
        {
            html.Start("tr").Element("th", entry.Customer.Name, ("scope", "row"));
            html.Element("td", entry.ReportName);
            html.Element("td", entry.Failure!.Status, ("class", "result")).Element("td", entry.Failure.Message);
            html.End("tr").Line();
        }

        EndTable(html);
    }

    public static void WriteUnread(HtmlWriter html, OverviewModel model)
    {
        OverviewCustomer[] unread = [.. CustomersThat(model, OverviewState.NotRead)];
        if (unread.Length == 0)
        {
            html.Element("p", "None: the reports of all customers were read.");
            return;
        }

        StartTable(html, "Customers whose reports could not be read", "Customer", "Why");
        foreach (var customer in unread)
        {
            html.Start("tr").Element("th", customer.Name, ("scope", "row")).Element("td", customer.Failure).End("tr").Line();
        }

        EndTable(html);
    }

    public static void WriteWithout(HtmlWriter html, OverviewModel model)
    {
        OverviewCustomer[] without = [.. CustomersThat(model, OverviewState.NoReport)];
        if (without.Length == 0)
        {
            html.Element("p", model.Counts.NotRead == 0 ? "None: every customer has a report." : "None of those that could be read.");
            return;
        }

        html.Start("ul", ("class", "names"), ("tabindex", "0"), ("aria-label", "Customers without a report")).Line();
        foreach (var customer in without)
        {
            html.Element("li", customer.Name).Line();
        }

        html.End("ul");
    }

    private static IEnumerable<OverviewCustomer> CustomersThat(OverviewModel model, OverviewState state) =>
        model.Entries.Where(entry => entry.Is(state)).Select(entry => entry.Customer).Distinct();

    private static void StartTable(HtmlWriter html, string caption, params string[] columns)
    {
        html.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption));
        html.Start("table", ("class", "sortable")).Element("caption", caption, ("class", "quiet")).Start("thead").Start("tr");
        foreach (var column in columns)
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.End("tr").End("thead").Line().Start("tbody").Line();
    }

    private static void EndTable(HtmlWriter html) => html.End("tbody").End("table").End("div");
}

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
        if (model.HasResults)
        {
            WriteCount(html, counts.Failed, "failed last time", "failed last time", "failed");
        }

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
