using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Help;

/// <summary>What Get-Help shows of the module as a user imports it.</summary>
public sealed class GetHelpTests
{
    [Theory]
    [MemberData(nameof(PageTests.Names), MemberType = typeof(PageTests))]
    public async Task Help_says_what_the_page_says(string name)
    {
        var page = Page.All.Single(page => page.Name == name);
        using var host = await ModuleHost.StartAsync();

        var help = Assert.Single((await host.RunAsync("Get-Help $name -Full", ("name", name))).Clean().Output);

        Assert.Equal(page.Section("SYNOPSIS").Split('\n', StringSplitOptions.RemoveEmptyEntries)[1], Text(help, "Synopsis").Trim());
        Assert.NotEmpty(((PSObject[])help.Properties["description"].Value).Select(paragraph => Text(paragraph, "Text")));
        var examples = Items(Inner(help, "examples"), "example");
        Assert.Equal(page.ExampleTitles, examples.Select(example => Text(example, "title").Trim('-', ' ')));
        Assert.Equal(page.Examples.Select(example => example.Code), examples.Select(example => Text(example, "code").ReplaceLineEndings("\n")));
        Assert.DoesNotContain("```", help.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PageTests.Names), MemberType = typeof(PageTests))]
    public async Task Every_parameter_is_described(string name)
    {
        using var host = await ModuleHost.StartAsync();

        var described = await host.RunAsync(
            "foreach ($p in (Get-Help $name -Parameter *)) { if ($p.description.Text) { $p.name } }", ("name", name));
        var parameters = await host.RunAsync("(Get-Command $name).Parameters.Keys", ("name", name));

        Assert.Contains(parameters.Clean().Output, item => item.ToString() == "Verbose");
        Assert.Equal(
            parameters.Output.Select(item => item.ToString()).Except(Cmdlet.CommonParameters).Order(),
            described.Output.Select(item => item.ToString()).Order());
    }

    [Theory]
    [InlineData("-Examples")]
    [InlineData("-Full")]
    [InlineData("-Detailed")]
    public async Task A_console_shows_help(string view)
    {
        using var host = await ModuleHost.StartAsync();

        (await host.RunAsync($"Get-Help New-WfbssScheduledReport {view} | Out-Host")).Clean();

        var shown = host.Screen.Text;
        Assert.Contains("Creates a scheduled report for any number of customers.", shown, StringComparison.Ordinal);
        Assert.Contains("Example 1: A weekly report for all customers", shown, StringComparison.Ordinal);
        Assert.Contains("-SkipExisting", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("```", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defaults_of_parameters_are_shown()
    {
        using var host = await ModuleHost.StartAsync();

        var defaults = await host.RunAsync("(Get-Help Connect-Wfbss -Parameter TimeoutSec).defaultValue");

        Assert.Equal("100", Assert.Single(defaults.Clean().Output).ToString());
    }

    private static string Text(PSObject item, string property) => item.Properties[property]?.Value?.ToString() ?? "";

    private static PSObject Inner(PSObject item, string property) => PSObject.AsPSObject(item.Properties[property].Value);

    private static PSObject[] Items(PSObject item, string property) => item.Properties[property].Value switch
    {
        PSObject[] several => several,
        var one => [PSObject.AsPSObject(one)],
    };
}
