using YamlDotNet.RepresentationModel;

namespace Wfbss.Reports.ModuleTests.Repository;

/// <summary>A job; one that calls another workflow has no steps.</summary>
internal sealed class WorkflowJob
{
    public WorkflowJob(WorkflowFile file, string id, YamlMappingNode root)
    {
        File = file;
        Id = id;
        Root = root;
        var steps = root.Children.TryGetValue("steps", out var found) ? (YamlSequenceNode)found : [];
        Steps = [.. steps.Children.Cast<YamlMappingNode>().Select(step => new WorkflowStep(this, step))];
    }

    public WorkflowFile File { get; }

    public string Id { get; }

    public YamlMappingNode Root { get; }

    public IReadOnlyList<WorkflowStep> Steps { get; }

    /// <summary>What it may do beyond the workflow; <see langword="null"/> if it says nothing.</summary>
    public IReadOnlyDictionary<string, string>? Permissions => Yaml.Texts(Root, "permissions");

    /// <summary>The values of one dimension of its matrix.</summary>
    public string[] Matrix(string dimension) =>
        [.. ((YamlSequenceNode)Root["strategy"]["matrix"][dimension]).Children.Select(value => value.ToString())];

    public override string ToString() => $"{File.Name}, {Id}";
}
