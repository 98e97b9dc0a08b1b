using System.Diagnostics;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Packaging;

/// <summary>ProjectUri in Directory.Build.props is the one place for the public address.</summary>
public sealed class AddressTests
{
    private const string Address = "https://example.org/owner/name";

    [Fact]
    public async Task The_manifest_has_the_address()
    {
        using var folder = new TemporaryFolder();

        await BuildAsync("AssembleModule", $"ModuleOutputPath={folder.Path}/", $"ProjectUri={Address}");

        Assert.Equal(Address, await ProjectUriAsync(folder.File("Wfbss.Reports.psd1")));
    }

    [Fact]
    public async Task Without_an_address_the_manifest_does_not_mention_one()
    {
        using var folder = new TemporaryFolder();

        await BuildAsync("AssembleModule", $"ModuleOutputPath={folder.Path}/", "ProjectUri=");

        var manifest = await File.ReadAllTextAsync(folder.File("Wfbss.Reports.psd1"));
        Assert.Contains("ReleaseNotes", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectUri", manifest, StringComparison.Ordinal);
        Assert.Null(await ProjectUriAsync(folder.File("Wfbss.Reports.psd1")));
    }

    [Theory]
    [InlineData($"{Address}/", $"{Address}/blob/v{{0}}/docs/en-US/{{1}}.md")]
    [InlineData("", "")]
    public async Task Every_cmdlet_has_its_page_at_the_address(string address, string page)
    {
        using var folder = new TemporaryFolder();

        await BuildAsync(
            "Compile", "TargetFramework=net8.0", "BuildProjectReferences=false", "ProduceReferenceAssembly=false", "RunAnalyzers=false",
            $"IntermediateOutputPath={folder.Path}/", $"ProjectUri={address}");

        var uris = HelpUris(folder.File("Wfbss.Reports.PowerShell.dll"));
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs", "en-US"), "*-*.md").Select(Path.GetFileNameWithoutExtension).Order(),
            uris.Keys.Order());
        Assert.All(uris, uri => Assert.Equal(
            page.Replace("{0}", Checkout.Version, StringComparison.Ordinal).Replace("{1}", uri.Key, StringComparison.Ordinal), uri.Value));
    }

    private static async Task<string?> ProjectUriAsync(string manifest)
    {
        using var host = ModuleHost.StartEmpty();
        var read = await host.RunAsync("Test-ModuleManifest $manifest", ("manifest", manifest));
        return Assert.Single(read.Clean().Output).Properties["ProjectUri"].Value?.ToString();
    }

    // In a context of its own: one of the same name is loaded already.
    private static Dictionary<string, string> HelpUris(string assembly)
    {
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        context.Resolving += (_, name) => name.Name == "Wfbss.Reports.Client"
            ? context.LoadFromAssemblyPath(Path.Combine(Checkout.ModuleFolder, "lib", "net8.0", "Wfbss.Reports.Client.dll"))
            : null;
        using var file = new MemoryStream(File.ReadAllBytes(assembly));
        return context.LoadFromStream(file).GetTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .ToDictionary(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}", cmdlet => cmdlet.HelpUri);
    }

    private static async Task BuildAsync(string target, params string[] properties)
    {
        var project = Path.Combine(Checkout.Root, "src", "Wfbss.Reports.PowerShell", "Wfbss.Reports.PowerShell.csproj");
        string[] arguments =
        [
            "msbuild", project, $"-t:{target}", "-nodeReuse:false", "-v:quiet", $"-p:Configuration={Checkout.Configuration}",
            .. properties.Select(property => $"-p:{property}"),
        ];
        var build = await Programs.RunAsync(new ProcessStartInfo("dotnet", arguments));
        Assert.True(build.ExitCode == 0, build.Output);
    }
}
