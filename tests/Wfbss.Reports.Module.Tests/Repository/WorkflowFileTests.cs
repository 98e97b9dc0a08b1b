using System.Text.RegularExpressions;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Repository;

/// <summary>What can be said of the workflows where they cannot run: their rights, their pins, and what they cover.</summary>
public sealed partial class WorkflowFileTests
{
    public static TheoryData<string> Names { get; } = [.. WorkflowFile.Names];

    [Fact]
    public void There_are_a_gate_a_release_and_an_analysis() =>
        Assert.Equal(["ci.yml", "codeql.yml", "release.yml"], WorkflowFile.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_action_is_pinned_to_a_commit_and_says_its_version(string name)
    {
        var file = WorkflowFile.Read(name);
        var written = file.Lines.Select(line => UsesLine().Match(line)).Where(match => match.Success).Select(match => match.Groups["what"].Value).ToArray();

        var used = file.Jobs.SelectMany(job => job.Steps).Select(step => step.Uses).OfType<string>()
            .Concat(file.Jobs.Select(job => Yaml.Text(job.Root, "uses")).OfType<string>())
            .Where(action => !action.StartsWith("./", StringComparison.Ordinal))
            .ToArray();

        Assert.NotEmpty(used);
        Assert.Equal(used.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_action_has_one_version_in_all_workflows()
    {
        var actions = WorkflowFile.Names.Select(WorkflowFile.Read).SelectMany(file => file.Jobs).SelectMany(job => job.Steps)
            .Select(step => step.Uses?.Split('@')).OfType<string[]>()
            .Select(parts => (Repository: string.Join('/', parts[0].Split('/').Take(2)), Commit: parts[1]))
            .ToArray();

        Assert.NotEmpty(actions);
        Assert.All(actions.GroupBy(action => action.Repository), group => Assert.Single(group.Select(action => action.Commit).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workflow_may_at_most_read_the_code_and_only_a_job_may_do_more(string name)
    {
        var file = WorkflowFile.Read(name);

        var permissions = Yaml.Texts(file.Root, "permissions");

        Assert.NotNull(permissions);
        Assert.Empty(permissions.Except([KeyValuePair.Create("contents", "read")]));
    }

    [Fact]
    public void Only_three_jobs_may_write_anything_and_none_may_write_code()
    {
        var writers = WorkflowFile.Names.Select(WorkflowFile.Read).SelectMany(file => file.Jobs)
            .SelectMany(job => (job.Permissions ?? new Dictionary<string, string>()).Where(right => right.Value != "read").Select(right => $"{job}: {right.Key} {right.Value}"));

        Assert.Equal(
            ["codeql.yml, analyze: security-events write", "release.yml, attest: attestations write", "release.yml, attest: id-token write"],
            writers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_job_ends_in_time_and_no_checkout_leaves_its_token_behind(string name)
    {
        var jobs = WorkflowFile.Read(name).Jobs;

        Assert.All(jobs.Where(job => Yaml.Text(job.Root, "uses") is null), job =>
        {
            Assert.InRange(int.Parse(Yaml.Text(job.Root, "timeout-minutes") ?? "360", System.Globalization.CultureInfo.InvariantCulture), 1, 60);
            Assert.NotEmpty(job.Steps);
        });
        var checkouts = jobs.SelectMany(job => job.Steps).Where(step => step.Uses?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true).ToArray();
        Assert.NotEmpty(checkouts);
        Assert.All(checkouts, step => Assert.Equal("false", step.With.GetValueOrDefault("persist-credentials")));
    }

    [Fact]
    public void The_package_is_tested_on_every_system_with_every_PowerShell_that_README_names()
    {
        var pester = WorkflowFile.Read("ci.yml").Job("pester");

        Assert.Equal(["ubuntu-latest", "windows-latest", "macos-latest"], pester.Matrix("os"));
        Assert.Equal(["7.4", "7.5", "7.6"], pester.Matrix("powershell"));
        Assert.Equal("false", pester.Root["strategy"]["fail-fast"].ToString());
        Assert.Equal("windows-latest", Yaml.Text(WorkflowFile.Read("ci.yml").Job("windows-powershell").Root, "runs-on"));
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));
        Assert.Matches(@"PowerShell\s+7\.4 and later on Windows, Linux and macOS, and in Windows PowerShell 5\.1", readme);
    }

    [Fact]
    public void Every_job_that_tests_the_package_has_the_one_that_is_published()
    {
        var ci = WorkflowFile.Read("ci.yml");
        var release = WorkflowFile.Read("release.yml");
        var made = ci.Job("package").Steps.Single(step => step.Uses?.StartsWith("actions/upload-artifact@", StringComparison.Ordinal) == true);

        var takers = new[] { ci.Job("pester"), ci.Job("windows-powershell"), release.Job("attest"), release.Job("publish") }
            .Select(job => job.Steps.Single(step => step.Uses?.StartsWith("actions/download-artifact@", StringComparison.Ordinal) == true));

        Assert.All(takers, step => Assert.Equal((made.With["name"], "out"), (step.With["name"], step.With["path"])));
        Assert.Equal("./.github/workflows/ci.yml", Yaml.Text(release.Job("ci").Root, "uses"));
        Assert.Equal(
            ["version", "ci", "attest"],
            new[] { "ci", "attest", "publish" }.Select(id => Yaml.Text(release.Job(id).Root, "needs")));
    }

    [Fact]
    public void Only_the_publishing_step_sees_the_key_after_an_approval()
    {
        var seen = WorkflowFile.Names.SelectMany(name => WorkflowFile.Read(name).Lines
            .Where(line => line.Contains("secrets", StringComparison.Ordinal)).Select(line => $"{name}: {line.Trim()}"));

        Assert.Equal(["release.yml: PSGALLERY_API_KEY: ${{ secrets.PSGALLERY_API_KEY }}"], seen);
        var publish = WorkflowFile.Read("release.yml").Job("publish");
        Assert.Equal(["PSGALLERY_API_KEY"], publish.Steps[^1].Variables.Keys);
        Assert.Equal("powershell-gallery", publish.Root["environment"]["name"].ToString());
    }

    [GeneratedRegex(@"^\s*(?:- )?uses: (?<what>[\w.-]+/[\w./-]+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$")]
    private static partial Regex UsesLine();
}
