using Wfbss.Reports.Overview.Markup;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Overview;

/// <summary>Writes an overview as one HTML page that needs nothing but itself.</summary>
public static class OverviewPage
{
    /// <summary>Writes the page. It says of itself that it is UTF-8.</summary>
    /// <param name="model">What to show.</param>
    /// <param name="output">Where to; must write UTF-8.</param>
    public static void Write(OverviewModel model, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(output);

        var template = PageTemplate.Instance;
        var html = new HtmlWriter(output);
        template.Write(output, name => Fill(name, model, template, html, output));
    }

    private static void Fill(string name, OverviewModel model, PageTemplate template, HtmlWriter html, TextWriter output)
    {
        switch (name)
        {
            case "policy":
                html.Text(template.Policy);
                break;
            case "title":
                html.Text(model.Title);
                break;
            case "style":
                output.Write(template.Style);
                break;
            case "script":
                output.Write(template.Script);
                break;
            case "facts":
                Heading.WriteFacts(html, model);
                break;
            case "counts":
                Heading.WriteCounts(html, model);
                break;
            case "failures":
                Attention.WriteFailures(html, model);
                break;
            case "unread":
                Attention.WriteUnread(html, model);
                break;
            case "without":
                Attention.WriteWithout(html, model);
                break;
            case "week":
                WeekView.Write(html, model.Calendar);
                break;
            case "month":
                MonthView.Write(html, model.Calendar);
                break;
            case "unplaced":
                MonthView.WriteUnplaced(html, model.Calendar);
                break;
            case "rows":
                ReportRows.Write(html, model);
                break;
            default:
                throw new InvalidOperationException($"The page's template has a place '{name}' that nothing fills.");
        }
    }
}
