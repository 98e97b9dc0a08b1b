using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Repository;

/// <summary>The first step of a release: a tag, the properties and the list of changes have to agree.</summary>
public sealed class ReleaseVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.2.3-beta1")]
    public async Task A_tag_of_the_version_whose_changes_have_a_date_is_released(string version)
    {
        Write(version, $"## [{version}] - 2026-03-01");

        var run = (await CheckAsync($"v{version}")).Clean();

        Assert.Equal($"v{version} is version {version} of 2026-03-01.", Assert.Single(run.Output).ToString());
    }

    [Theory]
    [InlineData("v1.2.4", "## [1.2.3] - 2026-03-01", "The tag v1.2.4 is not v1.2.3, which is the version in Directory.Build.props.")]
    [InlineData("1.2.3", "## [1.2.3] - 2026-03-01", "The tag 1.2.3 is not v1.2.3, which is the version in Directory.Build.props.")]
    [InlineData("v1.2.3", "## [1.2.3] - Unreleased", "The section for 1.2.3 in CHANGELOG.md has no date, but 'Unreleased'.")]
    [InlineData("v1.2.3", "## [1.2.2] - 2026-03-01", "CHANGELOG.md has no section for 1.2.3.")]
    [InlineData("v1.2.3", "## [1x2x3] - 2026-03-01", "CHANGELOG.md has no section for 1.2.3.")]
    public async Task Anything_else_ends_the_release_and_says_why(string tag, string heading, string message)
    {
        Write("1.2.3", heading);

        var run = await CheckAsync(tag);

        Assert.Equal(message, run.Failure?.ToString());
    }

    [Fact]
    public async Task Without_another_folder_it_looks_at_this_repository()
    {
        using var host = ModuleHost.StartEmpty();

        var run = await host.RunAsync("& $script -Tag v0.0.0", ("script", Script));

        Assert.Equal($"The tag v0.0.0 is not v{Checkout.Version}, which is the version in Directory.Build.props.", run.Failure?.ToString());
    }

    private static string Script { get; } = Path.Combine(Checkout.Root, "tools", "release", "CheckVersion.ps1");

    private void Write(string version, string heading)
    {
        _folder.Write("Directory.Build.props", $"<Project><PropertyGroup><Version>{version}</Version></PropertyGroup></Project>");
        _folder.Write("CHANGELOG.md", $"# Changelog\n\n{heading}\n\n### Added\n");
    }

    private async Task<Invocation> CheckAsync(string tag)
    {
        using var host = ModuleHost.StartEmpty();
        return await host.RunAsync("& $script -Tag $tag -Root $folder", ("script", Script), ("tag", tag), ("folder", _folder.Path));
    }
}
