using System.Text;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>How a program on Windows sees its command line, by the rules of <c>CommandLineToArgvW</c>.</summary>
internal static class WindowsCommandLine
{
    /// <summary>The arguments in a text. Two quotes inside quotes are not treated specially: no example has them.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var arguments = new List<string>();
        var position = 0;
        while (true)
        {
            while (position < text.Length && IsBlank(text[position]))
            {
                position++;
            }

            if (position == text.Length)
            {
                return arguments;
            }

            arguments.Add(Next(text, ref position));
        }
    }

    private static string Next(string text, ref int position)
    {
        var argument = new StringBuilder();
        var isQuoted = false;
        while (position < text.Length && (isQuoted || !IsBlank(text[position])))
        {
            var backslashes = 0;
            while (position < text.Length && text[position] == '\\')
            {
                backslashes++;
                position++;
            }

            if (position == text.Length || text[position] != '"')
            {
                argument.Append('\\', backslashes);
                if (position < text.Length && (isQuoted || !IsBlank(text[position])))
                {
                    argument.Append(text[position++]);
                }

                continue;
            }

            // Only before a quote a backslash escapes: half of them stay, and an odd one keeps the quote.
            argument.Append('\\', backslashes / 2);
            if (backslashes % 2 == 1)
            {
                argument.Append('"');
            }
            else
            {
                isQuoted = !isQuoted;
            }

            position++;
        }

        Assert.False(isQuoted, $"A quote is not closed: {text}");
        return argument.ToString();
    }

    private static bool IsBlank(char character) => character is ' ' or '\t';
}
