namespace Wfbss.Reports.Reports;

/// <summary>Whether a text is one: a string can hold halves of characters, which UTF-8 cannot.</summary>
internal static class WholeText
{
    /// <summary>Whether one half of a character of two halves is there without the other.</summary>
    public static bool HasHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
