namespace Wfbss.Reports;

/// <summary>Finds what was meant by a word that is not known.</summary>
internal static class Spelling
{
    private const int CommonStart = 4;

    /// <summary>The known word that is most like it; <see langword="null"/> if none is like it.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .OrderBy(pair => pair.Distance)
            .First();
        var isAlike = best.Distance <= 1 + (word.Length / 3) && best.Distance < best.Candidate.Length;
        return isAlike ? best.Candidate : known.FirstOrDefault(candidate => IsStart(word, candidate));
    }

    /// <summary>A sentence about what to write instead: the word that was meant, or all that there are.</summary>
    public static string Advice(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } meant ? $"Did you mean '{meant}'?" : $"Use one of: {string.Join(", ", known)}.";

    private static bool IsStart(string word, string candidate) =>
        word.Length >= CommonStart
        && (candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || word.StartsWith(candidate, StringComparison.OrdinalIgnoreCase));

    // Levenshtein's distance, in which case counts for nothing.
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]);
                var replaced = previous[j - 1] + (same ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
