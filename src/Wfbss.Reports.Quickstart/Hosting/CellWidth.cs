using System.Text.RegularExpressions;

namespace Wfbss.Reports.Quickstart.Hosting;

/// <summary>How many cells of a console a text takes, so that tables with Chinese or Japanese names stay aligned.</summary>
internal static partial class CellWidth
{
    /// <summary>The cells of a text; sequences that only set colours take none.</summary>
    public static int Of(string text) => WithoutColours(text).Sum(Of);

    /// <summary>The text without the sequences that set colours.</summary>
    public static string WithoutColours(string text) => Colours().Replace(text, "");

    /// <summary>The cells of a character: two for those that East Asian scripts write wide. Half of a pair takes one.</summary>
    public static int Of(char character) => character is (>= '\u1100' and <= '\u115F')
        or (>= '\u2E80' and <= '\uA4CF')
        or (>= '\uAC00' and <= '\uD7A3')
        or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFE30' and <= '\uFE6F')
        or (>= '\uFF00' and <= '\uFF60')
        or (>= '\uFFE0' and <= '\uFFE6')
            ? 2
            : 1;

    [GeneratedRegex(@"\x1B\[[0-9;]*m")]
    private static partial Regex Colours();
}
