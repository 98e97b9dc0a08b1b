using System.Globalization;
using System.Net;
using System.Text;

namespace Wfbss.Reports.Sandbox.Pages;

/// <summary>The page at <c>/</c>: customers, reports and the latest requests, without secrets.</summary>
internal static class StatusPage
{
    private const int MostCustomers = 200;
    private const int MostRequests = 100;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>WFBS-SVC sandbox</title>
        <style>
        body { font: 14px/1.4 system-ui, sans-serif; margin: 2em; color: #222; }
        table { border-collapse: collapse; margin-bottom: 2em; }
        th, td { border: 1px solid #ccc; padding: .25em .6em; text-align: left; vertical-align: top; }
        th { background: #f2f2f2; }
        td { overflow-wrap: anywhere; }
        </style>
        </head>
        <body>
        <h1>WFBS-SVC sandbox</h1>

        """;

    public static byte[] Render(SandboxParts parts)
    {
        var html = new StringBuilder(Head);
        Summary(html, parts);
        Customers(html, parts.State.Customers);
        Requests(html, parts.Counters.Log);
        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    private static void Summary(StringBuilder html, SandboxParts parts)
    {
        var counters = parts.Counters;
        var faults = counters.FaultsInjected.Values.Sum();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>{counters.Requests} requests, {counters.Commits} changes to reports, {faults} faults, {counters.Unauthorized} unauthorized.</p>\n");
    }

    private static void Customers(StringBuilder html, IReadOnlyList<SandboxCustomer> customers)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>Customers ({customers.Count})</h2>\n");
        StartTable(html, "Name", "Id", "Groups", "Reports");
        foreach (var customer in customers.Take(MostCustomers))
        {
            Row(
                html,
                customer.Name,
                customer.Id.ToString("D").ToUpperInvariant(),
                string.Join("; ", customer.Groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Id} {group.Name}"))),
                string.Join("; ", customer.Reports.Select(Describe)));
        }

        html.Append("</table>\n");
        if (customers.Count > MostCustomers)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>The first {MostCustomers} are shown.</p>\n");
        }
    }

    private static void Requests(StringBuilder html, IReadOnlyList<SandboxRequest> requests)
    {
        html.Append("<h2>Latest requests</h2>\n");
        StartTable(html, "Time", "Request", "Status", "Fault", "User agent", "Body");
        foreach (var request in requests.Reverse().Take(MostRequests))
        {
            Row(
                html,
                request.Time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
                $"{request.Method} {request.RawTarget}",
                request.Status == 0 ? "none" : request.Status.ToString(CultureInfo.InvariantCulture),
                request.Fault?.Name,
                request.UserAgent,
                request.Body);
        }

        html.Append("</table>\n");
    }

    private static string Describe(SandboxReport report)
    {
        var day = report.Type == 3 ? $"weekday {report.Weekday}" : $"day {report.MonthDay}";
        var time = TimeSpan.FromSeconds(report.Time);
        return string.Create(CultureInfo.InvariantCulture, $"#{report.Rtid} {report.Name} ({day}, {time:hh\\:mm\\:ss}{(report.Enabled ? "" : ", disabled")})");
    }

    private static void StartTable(StringBuilder html, params ReadOnlySpan<string> titles)
    {
        html.Append("<table>\n<tr>");
        foreach (var title in titles)
        {
            html.Append("<th>").Append(WebUtility.HtmlEncode(title)).Append("</th>");
        }

        html.Append("</tr>\n");
    }

    private static void Row(StringBuilder html, params ReadOnlySpan<string?> cells)
    {
        html.Append("<tr>");
        foreach (var cell in cells)
        {
            html.Append("<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
        }

        html.Append("</tr>\n");
    }
}
