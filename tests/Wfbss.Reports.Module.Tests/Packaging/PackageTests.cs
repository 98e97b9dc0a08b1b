using System.IO.Compression;
using System.Xml.Linq;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Packaging;

/// <summary>The package that the build makes holds what these tests import, and nothing else.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wfbss-package-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_package_holds_every_listed_file_and_no_other() => Assert.Equal(Listed(), Packed());

    [Fact]
    public void The_assembled_module_holds_every_listed_file_and_no_other() =>
        Assert.Equal(Listed(), Files(Checkout.ModuleFolder));

    [Fact]
    public void What_the_tests_import_is_byte_for_byte_what_is_in_the_package()
    {
        Unpack();

        foreach (var file in Listed())
        {
            Assert.Equal(
                Convert.ToHexString(File.ReadAllBytes(Path.Combine(Checkout.ModuleFolder, file))),
                Convert.ToHexString(File.ReadAllBytes(Path.Combine(_folder.FullName, file))));
        }
    }

    [Fact]
    public async Task The_unpacked_package_can_be_imported_and_has_the_version_of_the_build()
    {
        Unpack();
        using var host = ModuleHost.StartEmpty();

        var module = await host.RunAsync(
            "Import-Module $manifest -PassThru", ("manifest", Path.Combine(_folder.FullName, "Wfbss.Reports.psd1")));

        var imported = Assert.Single(module.Clean().Output);
        Assert.Equal(Checkout.Version, imported.Properties["Version"].Value.ToString());
        Assert.Equal(_folder.FullName, imported.Properties["ModuleBase"].Value);
        Assert.Empty(module.Warnings);
    }

    [Fact]
    public async Task The_package_says_of_itself_what_the_manifest_says()
    {
        var nuspec = Nuspec();
        using var host = ModuleHost.StartEmpty();
        var manifest = Assert.Single(
            (await host.RunAsync("Test-ModuleManifest $manifest", ("manifest", Checkout.Manifest))).Clean().Output);
        string Text(string property) => manifest.Properties[property].Value?.ToString() ?? "";

        Assert.Equal("Wfbss.Reports", nuspec["id"]);
        Assert.Equal(Text("Version"), nuspec["version"]);
        Assert.Equal(Text("Description"), nuspec["description"]);
        Assert.Equal(Text("Author"), nuspec["authors"]);
        Assert.Equal(Text("LicenseUri"), nuspec["licenseUrl"]);
        Assert.Equal(Text("ProjectUri"), nuspec.GetValueOrDefault("projectUrl", ""));
        Assert.Equal(Text("ReleaseNotes"), nuspec["releaseNotes"]);
        Assert.NotEmpty(nuspec["releaseNotes"]);
    }

    [Fact]
    public async Task The_tags_are_those_of_the_manifest_and_those_that_the_gallery_finds_commands_by()
    {
        using var host = ModuleHost.StartEmpty();
        var expected = await host.RunAsync(
            "$m = Test-ModuleManifest $manifest; $m.Tags; $m.ExportedCmdlets.Keys | ForEach-Object { \"PSCmdlet_$_\"; \"PSCommand_$_\" }; 'PSModule'; 'PSIncludes_Cmdlet'",
            ("manifest", Checkout.Manifest));

        Assert.Equal(expected.Clean().Output.Select(tag => tag.ToString()).Order(), Nuspec()["tags"].Split(' ').Order());
        Assert.Contains("PSEdition_Desktop", Nuspec()["tags"], StringComparison.Ordinal);
        Assert.Contains("Linux", Nuspec()["tags"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_release_notes_are_the_part_of_the_changelog_for_this_version()
    {
        var changelog = File.ReadAllText(Path.Combine(Checkout.Root, "CHANGELOG.md"));
        var notes = Nuspec()["releaseNotes"];

        Assert.Contains(notes.ReplaceLineEndings("\n"), changelog.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("## [", notes, StringComparison.Ordinal);
    }

    private static string PackagePath => Path.Combine(Checkout.Root, "out", $"Wfbss.Reports.{Checkout.Version}.nupkg");

    private static IEnumerable<string> Listed() =>
        File.ReadLines(Path.Combine(Checkout.Root, "module", "files.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Order(StringComparer.Ordinal);

    // What every package has beside its own files.
    private static bool IsOfThePackage(string name) =>
        name is "Wfbss.Reports.nuspec" or "[Content_Types].xml"
        || name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal);

    private static IEnumerable<string> Packed()
    {
        using var package = ZipFile.OpenRead(PackagePath);
        return [.. package.Entries
            .Select(entry => Uri.UnescapeDataString(entry.FullName))
            .Where(name => !IsOfThePackage(name))
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Nuspec()
    {
        using var package = ZipFile.OpenRead(PackagePath);
        using var nuspec = package.GetEntry("Wfbss.Reports.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().First().Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
    }

    private void Unpack() => ZipFile.ExtractToDirectory(PackagePath, _folder.FullName);
}
