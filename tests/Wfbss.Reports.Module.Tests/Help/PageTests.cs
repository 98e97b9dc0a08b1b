using System.Management.Automation;
using System.Management.Automation.Language;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Help;

/// <summary>The pages in docs/en-US: one for each cmdlet, whole, and with examples that can be typed.</summary>
public sealed class PageTests
{
    private const int FewestExamples = 3;

    public static TheoryData<string> Names { get; } = [.. Page.All.Select(page => page.Name)];

    [Fact]
    public async Task Every_cmdlet_has_a_page_and_every_page_a_cmdlet()
    {
        using var host = await ModuleHost.StartAsync();

        Assert.Equal((await CommandsAsync(host)).Keys.Order(), Page.All.Select(page => page.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_has_every_section_and_no_placeholder(string name)
    {
        var page = PageOf(name);

        Assert.DoesNotContain("{{", page.Text, StringComparison.Ordinal);
        Assert.All(
            (string[])["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"],
            section => Assert.True(page.Section(section).Split('\n').Count(line => line.Length > 0) > 1, $"{name} has no {section}."));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_every_parameter_and_no_other(string name)
    {
        using var host = await ModuleHost.StartAsync();

        var parameters = (await CommandsAsync(host))[name].Parameters.Keys.Except(Cmdlet.CommonParameters);

        Assert.Equal(parameters.Order(), PageOf(name).Parameters.Where(parameter => parameter != "CommonParameters").Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_has_enough_examples_and_each_begins_with_code(string name)
    {
        var page = PageOf(name);

        Assert.InRange(page.Examples.Count, FewestExamples, int.MaxValue);
        Assert.Equal(page.ExampleTitles, page.Examples.Select(example => example.Title));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_example_can_be_parsed_and_its_commands_and_parameters_exist(string name)
    {
        using var host = await ModuleHost.StartAsync();
        var commands = await CommandsAsync(host);

        foreach (var (title, code) in PageOf(name).Examples)
        {
            var script = Parser.ParseInput(code, out _, out var errors);
            Assert.True(errors.Length == 0, $"{title}: {string.Join(" ", errors.Select(error => error.Message))}");

            var ours = CommandUse.Of(script).Where(CommandUse.IsOurs);
            Assert.All(ours, command => CommandUse.AssertExists(command, commands, title));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_examples_of_a_cmdlet_use_it(string name) =>
        Assert.Contains(PageOf(name).Examples, example => example.Code.Contains(name, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_leads_to_a_file(string name)
    {
        var links = PageOf(name).Section("RELATED LINKS").Split('(', ')').Where((_, index) => index % 2 == 1).ToArray();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(
            File.Exists(Path.Combine(Checkout.Root, "docs", "en-US", link)), $"{name}: there is no {link}."));
    }

    private static Page PageOf(string name) => Page.All.Single(page => page.Name == name);

    private static async Task<Dictionary<string, CommandInfo>> CommandsAsync(ModuleHost host)
    {
        var commands = await host.RunAsync("Get-Command *-Wfbss* -CommandType Cmdlet");
        return commands.Clean().Output.Select(item => (CommandInfo)item.BaseObject).ToDictionary(command => command.Name);
    }
}
