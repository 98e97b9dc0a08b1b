using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Wfbss.Reports.Overview;

namespace Wfbss.Reports.Client.Tests.Overview;

/// <summary>A page as a browser's parser sees it.</summary>
internal sealed class ParsedPage
{
    private readonly IDocument _document;

    public ParsedPage(OverviewSource source)
    {
        using var writer = new StringWriter();
        OverviewPage.Write(OverviewModel.Of(source), writer);
        Markup = writer.ToString();
        _document = new HtmlParser().ParseDocument(Markup);
    }

    public string Markup { get; }

    public IElement One(string selector) => Assert.Single(_document.QuerySelectorAll(selector));

    public IHtmlCollection<IElement> All(string selector) => _document.QuerySelectorAll(selector);

    /// <summary>The text of the only element that a selector finds.</summary>
    public string Text(string selector) => One(selector).TextContent;

    /// <summary>All elements with the names of their attributes, and nothing of what they hold.</summary>
    public string Skeleton() => string.Join(
        '\n',
        _document.All.Select(element => $"{element.ParentElement?.LocalName}/{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}"));
}
