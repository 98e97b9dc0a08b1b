using YamlDotNet.RepresentationModel;

namespace Wfbss.Reports.ModuleTests.Repository;

/// <summary>A step of a job: an action that it uses, or a command that it runs.</summary>
internal sealed class WorkflowStep(WorkflowJob job, YamlMappingNode root)
{
    public WorkflowJob Job { get; } = job;

    public string? Name { get; } = Yaml.Text(root, "name");

    public string? Uses { get; } = Yaml.Text(root, "uses");

    public string? Run { get; } = Yaml.Text(root, "run");

    public string? Shell { get; } = Yaml.Text(root, "shell");

    public IReadOnlyDictionary<string, string> With { get; } = Yaml.Texts(root, "with") ?? new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Variables { get; } = Yaml.Texts(root, "env") ?? new Dictionary<string, string>();

    public override string ToString() => $"{Job}: {Name ?? Uses}";
}
