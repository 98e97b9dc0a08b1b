using System.Globalization;

namespace Wfbss.Reports.Overview;

/// <summary>The rows of the table of all reports.</summary>
internal static class ReportRows
{
    private const string Nothing = "–";

    // Behind every real time.
    private const string Last = "9999999";

    public static void Write(HtmlWriter html, OverviewModel model)
    {
        foreach (var entry in model.Entries)
        {
            WriteRow(html, entry);
        }
    }

    private static void WriteRow(HtmlWriter html, OverviewEntry entry)
    {
        html.Start(
            "tr",
            ("data-states", string.Join(" ", entry.States.Select(DisplayText.Key))),
            ("data-slot", entry.IsOnCalendar ? ReportTimes.Slot(entry.Schedule!) : null));
        WriteCustomer(html, entry.Customer);
        html.Element("td", entry.ReportName ?? Nothing);
        html.Element("td", When(entry), ("data-key", entry.Schedule is { } schedule ? Text(ReportTimes.SortKey(schedule)) : Last));
        WriteRecipients(html, entry);
        html.Element("td", entry.Report?.RunCount is { } runs ? DisplayText.Number(runs) : Nothing, ("data-key", Text(entry.Report?.RunCount ?? -1)));
        WriteStates(html, entry);
        html.End("tr").Line();
    }

    private static void WriteCustomer(HtmlWriter html, OverviewCustomer customer)
    {
        html.Start("th", ("scope", "row"), ("title", customer.CustomerId)).Element("bdi", customer.Name);
        if (!string.IsNullOrWhiteSpace(customer.TimeZone))
        {
            html.Text(" ").Element("small", customer.TimeZone);
        }

        html.End("th");
    }

    private static void WriteRecipients(HtmlWriter html, OverviewEntry entry)
    {
        html.Start("td");
        switch (entry.Report)
        {
            case null:
                html.Text(Nothing);
                break;
            case { SendEmail: false }:
                html.Element("i", "Not e-mailed");
                break;
            case { Recipients: { Count: > 0 } recipients }:
                foreach (var recipient in recipients)
                {
                    html.Element("bdi", recipient).Text(" ");
                }

                break;
            default:
                html.Element("i", entry.Report.Recipients is null ? "Not stated" : "Nobody");
                break;
        }

        html.End("td");
    }

    private static void WriteStates(HtmlWriter html, OverviewEntry entry)
    {
        html.Start("td", ("data-key", Text((int)entry.States[0])));
        foreach (var state in entry.States)
        {
            html.Element("b", DisplayText.Of(state), ("class", "state " + DisplayText.Key(state))).Text(" ");
        }

        var why = entry.Failure is { } failure ? Why(failure.Status, failure.Message) : entry.Customer.Failure;
        if (!string.IsNullOrEmpty(why))
        {
            html.Element("small", why);
        }

        html.End("td");
    }

    private static string Why(string status, string message) => message.Length == 0 ? status : $"{status}: {message}";

    private static string When(OverviewEntry entry) => entry switch
    {
        { Schedule: { } schedule } => ReportTimes.Words(schedule),
        { Report: not null } => "Not stated",
        _ => Nothing,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
