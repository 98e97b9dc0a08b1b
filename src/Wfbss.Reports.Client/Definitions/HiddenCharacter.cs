using System.Globalization;

namespace Wfbss.Reports.Definitions;

/// <summary>
/// Characters that cannot be seen, or that look like an ordinary space: with them, two texts differ and look the same. They
/// come along when people copy from web pages and documents.
/// </summary>
internal static class HiddenCharacter
{
    // Letters by their category, and yet nothing to be seen: the fillers of Hangul, and the empty braille pattern.
    private const string Fillers = "\u115F\u1160\u2800\u3164\uFFA0";

    // As wide as the other characters of its script, and typed with them.
    private const char IdeographicSpace = '\u3000';

    /// <summary>The first such character and its place: <c>the invisible character U+200B at position 16</c>; <see langword="null"/> if there is none.</summary>
    public static string? DescribeIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHidden(text[i]) && !IsJoining(text, i))
            {
                return $"the invisible character U+{(int)text[i]:X4} at position {i + 1}";
            }
        }

        return null;
    }

    // Between characters of many scripts and in emoji, a joiner changes what is seen; among ASCII it does nothing.
    private static bool IsJoining(string text, int index) =>
        text[index] is '\u200C' or '\u200D'
        && index > 0 && text[index - 1] > '\x7F'
        && index + 1 < text.Length && text[index + 1] > '\x7F';

    private static bool IsHidden(char character) => CharUnicodeInfo.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.SpaceSeparator => character is not ' ' and not IdeographicSpace,
        _ => Fillers.Contains(character),
    };
}
