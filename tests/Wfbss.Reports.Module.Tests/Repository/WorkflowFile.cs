using Wfbss.Reports.ModuleTests.Support;
using YamlDotNet.RepresentationModel;

namespace Wfbss.Reports.ModuleTests.Repository;

/// <summary>A workflow of the repository, as GitHub reads it.</summary>
internal sealed class WorkflowFile
{
    private WorkflowFile(string name)
    {
        Name = name;
        Lines = File.ReadAllLines(Path.Combine(Folder, name));
        var yaml = new YamlStream();
        using var text = new StringReader(string.Join('\n', Lines));
        yaml.Load(text);
        Root = (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
        Jobs = [.. ((YamlMappingNode)Root["jobs"]).Children.Select(job => new WorkflowJob(this, job.Key.ToString(), (YamlMappingNode)job.Value))];
    }

    public static string Folder { get; } = Path.Combine(Checkout.Root, ".github", "workflows");

    /// <summary>The names of all workflows.</summary>
    public static string[] Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public string Name { get; }

    public IReadOnlyList<string> Lines { get; }

    public YamlMappingNode Root { get; }

    public IReadOnlyList<WorkflowJob> Jobs { get; }

    public static WorkflowFile Read(string name) => new(name);

    public WorkflowJob Job(string id) => Jobs.Single(job => job.Id == id);

    /// <summary>The steps of all workflows that run a command.</summary>
    public static IReadOnlyList<WorkflowStep> Commands() =>
        [.. Names.Select(Read).SelectMany(file => file.Jobs).SelectMany(job => job.Steps).Where(step => step.Run is not null)];
}
