using Wfbss.Reports.ModuleTests.Support;
using YamlDotNet.RepresentationModel;

namespace Wfbss.Reports.ModuleTests.Repository;

/// <summary>What GitHub reads of the repository besides its workflows.</summary>
public sealed class CommunityFileTests
{
    private static readonly string[] Kinds = ["markdown", "textarea", "input", "dropdown", "checkboxes"];

    [Theory]
    [InlineData("bug.yml")]
    [InlineData("feature.yml")]
    public void An_issue_form_asks_each_question_once_and_knows_its_kinds(string name)
    {
        var form = Read("ISSUE_TEMPLATE", name);
        var body = ((YamlSequenceNode)form["body"]).Children.Cast<YamlMappingNode>().ToArray();

        Assert.All(body, part => Assert.Contains(part["type"].ToString(), Kinds));
        var questions = body.Where(part => part["type"].ToString() != "markdown").ToArray();
        Assert.True(questions.Length > 1, $"{name} has only {questions.Length} questions.");
        Assert.Distinct(questions.Select(part => part["id"].ToString()));
        Assert.Distinct(questions.Select(part => part["attributes"]["label"].ToString()));
        Assert.Contains(questions, part => part.Children.TryGetValue("validations", out var rules) && rules["required"].ToString() == "true");
    }

    [Fact]
    public void The_bug_form_knows_each_PowerShell_that_is_tested()
    {
        var body = ((YamlSequenceNode)Read("ISSUE_TEMPLATE", "bug.yml")["body"]).Children.Cast<YamlMappingNode>();
        var options = ((YamlSequenceNode)body.Single(part => Yaml.Text(part, "id") == "powershell")["attributes"]["options"]).Children.Select(option => option.ToString());

        Assert.Equal(
            WorkflowFile.Read("ci.yml").Job("pester").Matrix("powershell").Select(line => $"PowerShell {line}").Prepend("Windows PowerShell 5.1").Append("Another"),
            options);
    }

    [Fact]
    public void An_issue_without_a_form_is_refused() =>
        Assert.Equal("false", Read("ISSUE_TEMPLATE", "config.yml")["blank_issues_enabled"].ToString());

    [Fact]
    public void Dependabot_looks_after_packages_actions_and_the_SDK_where_they_are()
    {
        var updates = ((YamlSequenceNode)Read("dependabot.yml")["updates"]).Children;

        Assert.Equal(["nuget", "github-actions", "dotnet-sdk"], updates.Select(update => update["package-ecosystem"].ToString()));
        Assert.All(updates, update => Assert.Equal("/", update["directory"].ToString()));
        Assert.All(
            ["Directory.Packages.props", ".config/dotnet-tools.json", "global.json"],
            file => Assert.True(File.Exists(Path.Combine(Checkout.Root, file)), $"There is no {file}."));
    }

    [Fact]
    public void Every_file_has_an_owner()
    {
        var rules = File.ReadAllLines(Path.Combine(Checkout.Root, ".github", "CODEOWNERS")).Where(line => line is not ("" or ['#', ..])).ToArray();

        Assert.Matches(@"^\* @[\w-]+/[\w-]+$", Assert.Single(rules));
    }

    private static YamlMappingNode Read(params string[] path)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine([Checkout.Root, ".github", .. path]));
        yaml.Load(text);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }
}
