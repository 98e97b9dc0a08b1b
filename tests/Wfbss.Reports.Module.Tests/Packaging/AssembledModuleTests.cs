using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Packaging;

/// <summary>
/// What `dotnet build` puts together is what module/files.txt lists, with the version and its release notes. What the
/// package holds is tested by tests/Pester, because a pwsh packs it.
/// </summary>
public sealed class AssembledModuleTests
{
    [Fact]
    public void The_assembled_module_holds_every_listed_file_but_the_packages_bill_of_materials() =>
        Assert.Equal(Listed().Where(name => name != "Wfbss.Reports.cdx.json"), Files(Checkout.ModuleFolder));

    [Fact]
    public async Task The_manifest_has_the_version_of_the_build() =>
        Assert.Equal(Checkout.Version, await ManifestAsync("Version"));

    [Fact]
    public async Task The_release_notes_are_the_part_of_the_changelog_for_this_version()
    {
        var changelog = File.ReadAllText(Path.Combine(Checkout.Root, "CHANGELOG.md")).ReplaceLineEndings("\n");
        var heading = changelog.IndexOf($"\n## [{Checkout.Version}]", StringComparison.Ordinal) + 1;
        var notes = changelog.IndexOf('\n', heading) + 1;
        var next = changelog.IndexOf("\n## [", notes, StringComparison.Ordinal);

        Assert.Equal(changelog[notes..(next < 0 ? changelog.Length : next)].Trim(), await ManifestAsync("ReleaseNotes"));
    }

    private static async Task<string?> ManifestAsync(string property)
    {
        using var host = ModuleHost.StartEmpty();
        var read = await host.RunAsync("Test-ModuleManifest $manifest", ("manifest", Checkout.Manifest));
        return Assert.Single(read.Clean().Output).Properties[property].Value?.ToString();
    }

    private static IEnumerable<string> Listed() =>
        File.ReadLines(Path.Combine(Checkout.Root, "module", "files.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
