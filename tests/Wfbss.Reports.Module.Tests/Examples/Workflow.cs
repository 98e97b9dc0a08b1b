using YamlDotNet.RepresentationModel;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>The workflow for GitHub Actions, as GitHub reads it.</summary>
internal sealed class Workflow
{
    private Workflow(YamlMappingNode root)
    {
        Root = root;
        Steps = [.. ((YamlSequenceNode)root["jobs"]["reports"]["steps"]).Children.Cast<YamlMappingNode>()];
    }

    public YamlMappingNode Root { get; }

    public IReadOnlyList<YamlMappingNode> Steps { get; }

    public static Workflow Read()
    {
        var yaml = new YamlStream();
        using var text = new StringReader(Example.TextOf("github-actions.yml"));
        yaml.Load(text);
        return new Workflow((YamlMappingNode)Assert.Single(yaml.Documents).RootNode);
    }

    public YamlMappingNode Step(string name) => Steps.Single(step => Text(step, "name") == name);

    /// <summary>A value of a step; empty where it has none.</summary>
    public static string Text(YamlMappingNode step, string key) =>
        step.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value ?? "" : "";

    /// <summary>What a step puts into the environment.</summary>
    public static IReadOnlyDictionary<string, string> Variables(YamlMappingNode step) =>
        step.Children.TryGetValue("env", out var variables)
            ? ((YamlMappingNode)variables).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!)
            : [];
}
