namespace Wfbss.Reports.Overview;

/// <summary>
/// Writes elements and text. Every text and every attribute's value goes through the one place that escapes; names of
/// elements and attributes come from this code only.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    private const char Replacement = '\uFFFD';

    /// <summary>Begins an element. An attribute whose value is <see langword="null"/> is left out.</summary>
    public HtmlWriter Start(string tag, params (string Name, string? Value)[] attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            Text(value);
            output.Write('"');
        }

        output.Write('>');
        return this;
    }

    /// <summary>Ends an element.</summary>
    public HtmlWriter End(string tag)
    {
        output.Write("</");
        output.Write(tag);
        output.Write('>');
        return this;
    }

    /// <summary>A whole element with text in it.</summary>
    public HtmlWriter Element(string tag, string? text, params (string Name, string? Value)[] attributes) =>
        Start(tag, attributes).Text(text).End(tag);

    /// <summary>An end of line, so that two pages can be compared line by line.</summary>
    public HtmlWriter Line()
    {
        output.Write('\n');
        return this;
    }

    /// <summary>Writes text so that it is nothing but text, in an element and in a quoted attribute.</summary>
    public HtmlWriter Text(string? text)
    {
        if (text is null)
        {
            return this;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                output.Write(character);
                output.Write(text[++i]);
            }
            else
            {
                Write(character);
            }
        }

        return this;
    }

    private void Write(char character)
    {
        switch (character)
        {
            case '&':
                output.Write("&amp;");
                break;
            case '<':
                output.Write("&lt;");
                break;
            case '>':
                output.Write("&gt;");
                break;
            case '"':
                output.Write("&quot;");
                break;
            case '\'':
                output.Write("&#39;");
                break;
            case '\r':
                // As such it would be read as a line feed.
                output.Write("&#13;");
                break;
            default:
                output.Write(IsText(character) ? character : Replacement);
                break;
        }
    }

    // HTML has no control characters but these, and a half of a pair is not a character.
    private static bool IsText(char character) =>
        character is '\t' or '\n' || (!char.IsControl(character) && !char.IsSurrogate(character) && character is not ('\uFFFE' or '\uFFFF'));
}
