using System.Security.Cryptography;
using System.Text;

namespace Wfbss.Reports.Overview;

/// <summary>Writes an overview as one HTML page that needs nothing but itself.</summary>
internal static class OverviewPage
{
    // What belongs in each place of the template.
    private static readonly Dictionary<string, Action<HtmlWriter, OverviewModel>> Places = new(StringComparer.Ordinal)
    {
        ["policy"] = (html, _) => html.Text(PageTemplate.Instance.Policy),
        ["title"] = (html, model) => html.Text(model.Title),
        ["facts"] = Heading.WriteFacts,
        ["counts"] = Heading.WriteCounts,
        ["failures"] = Attention.WriteFailures,
        ["unread"] = Attention.WriteUnread,
        ["without"] = Attention.WriteWithout,
        ["week"] = (html, model) => WeekView.Write(html, model.Calendar),
        ["month"] = (html, model) => MonthView.Write(html, model.Calendar),
        ["unplaced"] = (html, model) => MonthView.WriteUnplaced(html, model.Calendar),
        ["rows"] = ReportRows.Write,
    };

    /// <summary>Writes the page. It says of itself that it is UTF-8.</summary>
    /// <param name="model">What to show.</param>
    /// <param name="output">Where to; must write UTF-8.</param>
    public static void Write(OverviewModel model, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(output);

        var html = new HtmlWriter(output);
        PageTemplate.Instance.Write(output, name =>
        {
            if (!Places.TryGetValue(name, out var fill))
            {
                throw new InvalidOperationException($"The page's template has a place '{name}' that nothing fills.");
            }

            fill(html, model);
        });
    }
}

/// <summary>
/// The page without its data: markup with <c>{{names}}</c> where data go, and the one style sheet and script that its
/// policy allows, by their hashes.
/// </summary>
internal sealed class PageTemplate
{
    private const string Open = "{{";
    private const string Close = "}}";
    private static readonly Lazy<PageTemplate> Loaded = new(() => new PageTemplate());
    private readonly string _markup = Read("page.html");

    private PageTemplate()
    {
    }

    public static PageTemplate Instance => Loaded.Value;

    public string Style { get; } = Read("page.css");

    public string Script { get; } = Read("page.js");

    /// <summary>Nothing may be loaded, sent or run but the style sheet and the script of this page.</summary>
    public string Policy =>
        $"default-src 'none'; style-src {HashOf(Style)}; script-src {HashOf(Script)}; base-uri 'none'; form-action 'none'";

    /// <summary>Writes the page; what is written for one name is not looked through for others.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="fill">Writes what belongs in the place of a name.</param>
    public void Write(TextWriter output, Action<string> fill)
    {
        var at = 0;
        for (int open; (open = _markup.IndexOf(Open, at, StringComparison.Ordinal)) >= 0;)
        {
            output.Write(_markup.Substring(at, open - at));
            var name = open + Open.Length;
            var close = _markup.IndexOf(Close, name, StringComparison.Ordinal);
            Fill(_markup.Substring(name, close - name), output, fill);
            at = close + Close.Length;
        }

        output.Write(_markup.Substring(at));
    }

    private void Fill(string name, TextWriter output, Action<string> fill)
    {
        if (name == "style")
        {
            output.Write(Style);
        }
        else if (name == "script")
        {
            output.Write(Script);
        }
        else
        {
            fill(name);
        }
    }

    private static string HashOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NET
        var hash = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(bytes);
#endif
        return $"'sha256-{Convert.ToBase64String(hash)}'";
    }

    private static string Read(string file)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream("Overview/" + file)
            ?? throw new InvalidOperationException($"The assembly lacks its part {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A browser reads every line's end as a line feed, and so must the hash.
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
