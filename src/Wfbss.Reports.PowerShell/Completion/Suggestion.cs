namespace Wfbss.Reports.PowerShell.Completion;

/// <summary>Something to offer for a parameter.</summary>
/// <param name="Text">What is put in.</param>
/// <param name="Label">What the list shows.</param>
/// <param name="ToolTip">What explains it.</param>
internal sealed record Suggestion(string Text, string Label, string ToolTip)
{
    public Suggestion(string text)
        : this(text, text, text)
    {
    }
}
