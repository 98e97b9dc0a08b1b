using System.Text.RegularExpressions;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Packaging;

/// <summary>Whoever meets the module reads whose it is, and whose the names are.</summary>
public sealed partial class RightsTests
{
    private const string Rights =
        "An independent community project, not affiliated with or endorsed by Trend Micro. "
        + "Trend Micro and Worry-Free are trademarks or registered trademarks of Trend Micro Incorporated.";

    [Fact]
    public void The_readme_says_so() => Assert.Contains(Rights, OneLine(File.ReadAllText(Path.Combine(Checkout.Root, "README.md"))), StringComparison.Ordinal);

    [Fact]
    public async Task The_description_of_the_module_says_so()
    {
        using var host = ModuleHost.StartEmpty();

        var description = await host.RunAsync("(Test-ModuleManifest $manifest).Description", ("manifest", Checkout.Manifest));

        Assert.Contains(Rights, Assert.Single(description.Clean().Output).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_says_so()
    {
        using var host = await ModuleHost.StartAsync();

        var help = await host.RunAsync("Get-Help about_Wfbss");

        Assert.Contains(Rights, OneLine(Assert.Single(help.Clean().Output).ToString()), StringComparison.Ordinal);
    }

    private static string OneLine(string text) => Blank().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
