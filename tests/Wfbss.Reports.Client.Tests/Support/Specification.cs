using System.Globalization;
using System.Text.RegularExpressions;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>What the copied specification says, read out of its text so that tests notice when the client drifts from it.</summary>
internal static partial class Specification
{
    public static string Text { get; } = Resource("create-scheduled-report.txt");

    /// <summary>The JSON examples in the order of the page: two request bodies, then three responses.</summary>
    public static IReadOnlyList<string> Examples { get; } = [.. ExamplePattern().Matches(Text).Select(match => match.Value)];

    /// <summary>Number and title of each content.</summary>
    public static IReadOnlyList<(int Number, string Title)> Contents { get; } =
    [
        .. Line("100 = ").Split(", ").Select(entry => entry.Split(" = ")).Select(pair => (int.Parse(pair[0], CultureInfo.InvariantCulture), pair[1])),
    ];

    /// <summary>The characters behind "Cannot be blank or contain any of the following characters:".</summary>
    public static IReadOnlyList<char> ForbiddenInNames { get; } =
        [.. Line("Cannot be blank").Split("characters: ")[1].Split(' ').Select(entry => Assert.Single(entry))];

    private static string Line(string start) =>
        Assert.Single(Text.Split('\n').Select(line => line.Trim()), line => line.StartsWith(start, StringComparison.Ordinal));

    public static string Resource(string name)
    {
        using var stream = typeof(Specification).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // Each example begins and ends with a brace in the first column.
    [GeneratedRegex(@"^\{\n.*?^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ExamplePattern();
}
