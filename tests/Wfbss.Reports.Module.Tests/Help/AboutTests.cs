using System.Reflection;
using System.Text.RegularExpressions;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Help;

/// <summary>The about topics: found by Get-Help, and with every status and error id in them.</summary>
public sealed partial class AboutTests
{
    private const int Columns = 79;

    public static TheoryData<string> Topics { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "about_*.help.txt").Select(file => Path.GetFileName(file).Split('.')[0]),
    ];

    private static string Folder => Path.Combine(Checkout.Root, "module", "en-US");

    [Theory]
    [InlineData("about_Wfbss")]
    [InlineData("about_Wfbss_Results")]
    [InlineData("about_Wfbss_Errors")]
    [InlineData("about_Wfbss_Automation")]
    public async Task Get_Help_finds_the_topic(string topic)
    {
        using var host = await ModuleHost.StartAsync();

        var help = await host.RunAsync("Get-Help $topic", ("topic", topic));

        Assert.Equal(Text(topic).Trim(), Assert.Single(help.Clean().Output).ToString().ReplaceLineEndings("\n").Trim());
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_fits_a_console(string topic)
    {
        Assert.All(Text(topic).Split('\n'), line => Assert.InRange(line.Length, 0, Columns));
        Assert.StartsWith($"TOPIC\n    {topic}\n\nSHORT DESCRIPTION\n    ", Text(topic), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void What_a_topic_refers_to_exists(string topic)
    {
        var names = Page.All.Select(page => page.Name).Concat(Topics.Select(row => row.Data)).ToArray();

        var mentioned = Mention().Matches(Text(topic)).Select(match => match.Value).Distinct().ToArray();

        Assert.NotEmpty(mentioned.Except([topic]));
        Assert.Empty(mentioned.Except(names));
    }

    [Fact]
    public void Every_status_is_explained()
    {
        var statuses = Statuses().ToArray();

        Assert.Contains("NotReturned", statuses);
        Assert.Empty(statuses.Except(Headings("about_Wfbss_Results")));
    }

    [Fact]
    public void Every_error_id_is_explained()
    {
        var ids = Ids().ToArray();
        var explained = Headings("about_Wfbss_Errors").ToArray();

        Assert.Contains("NotConnected", ids);
        Assert.Contains("FileUnwritable", ids);
        Assert.Empty(ids.Except(explained));
    }

    [Fact]
    public void No_error_id_is_explained_that_is_gone()
    {
        var explained = Headings("about_Wfbss_Errors").ToArray();

        Assert.Contains("NotConnected", explained);
        Assert.Empty(explained.Except(Ids()).Except(Statuses()));
    }

    private static string Text(string topic) =>
        File.ReadAllText(Path.Combine(Folder, topic + ".help.txt")).ReplaceLineEndings("\n");

    /// <summary>The words that stand alone, four blanks from the left, one or more on a line with commas between.</summary>
    private static IEnumerable<string> Headings(string topic) =>
        Heading().Matches(Text(topic)).SelectMany(match => match.Value.Split(',')).Select(word => word.Trim()).Where(word => word.Length > 0);

    private static IEnumerable<string> Statuses() =>
        (IEnumerable<string>)Client().GetType("Wfbss.Reports.ResultStatus", throwOnError: true)!.GetProperty("All")!.GetValue(null)!;

    /// <summary>The ids that ErrorRecords and StatusAdvice give, and those of failures of the client.</summary>
    private static IEnumerable<string> Ids()
    {
        var errors = Path.Combine(Checkout.Root, "src", "Wfbss.Reports.PowerShell", "Errors");
        var written = Directory.EnumerateFiles(errors, "*.cs").SelectMany(file => Id().Matches(File.ReadAllText(file)));
        var kinds = Client().GetType("Wfbss.Reports.WfbssErrorKind", throwOnError: true)!.GetEnumNames();
        var failures = Statuses().Except(["Done", "Skipped"]);
        return written.Select(match => match.Groups["id"].Value).Concat(kinds).Concat(failures).Distinct();
    }

    // Of whichever flavour the module has that is tested here.
    private static Assembly Client() =>
        Assembly.LoadFrom(Directory
            .EnumerateFiles(Path.Combine(Checkout.ModuleFolder, "lib"), "Wfbss.Reports.Client.dll", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First());

    [GeneratedRegex(@"\b[A-Z][a-z]+-Wfbss[A-Za-z]*\b|\babout_Wfbss\w*")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?m)^    [A-Z][A-Za-z]+(, [A-Z][A-Za-z]+)*,?$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:Make\(|StatusAdvice\(|exception,)\s*""(?<id>[A-Z][A-Za-z]+)"",")]
    private static partial Regex Id();
}
