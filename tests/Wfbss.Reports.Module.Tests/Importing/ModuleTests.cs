using System.Management.Automation;
using System.Reflection;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Importing;

public sealed class ModuleTests
{
    [Fact]
    public void These_tests_have_no_client_of_their_own_that_the_module_could_load_instead_of_its_own() =>
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "Wfbss.Reports.Client.dll")));

    [Fact]
    public async Task Importing_gives_exactly_the_cmdlets_of_the_manifest()
    {
        using var host = await ModuleHost.StartAsync();

        var commands = (await host.RunAsync("(Get-Command -Module Wfbss.Reports).Name")).Clean().Output;

        Assert.Equal(await ExportedAsync(host), Texts(commands).Order());
    }

    [Fact]
    public async Task The_manifest_exports_every_cmdlet_of_the_assembly()
    {
        using var host = await ModuleHost.StartAsync();
        var cmdlets = Assembly.LoadFrom(Checkout.Cmdlets("net8.0")).GetTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}");

        Assert.Equal(cmdlets.Order(), await ExportedAsync(host));
    }

    [Fact]
    public async Task Importing_twice_with_force_works()
    {
        using var host = await ModuleHost.StartAsync();

        var again = await host.RunAsync(
            "Import-Module $manifest -Force; Import-Module $manifest -Force; Connect-Wfbss -AccessToken a -SecretKey $key -SkipVerification -PassThru",
            ("manifest", Checkout.Manifest),
            ("key", Workplace.Secure("a secret")));

        Assert.Equal("a", Assert.Single(again.Clean().Output).Properties["AccessToken"].Value);
        Assert.Empty(again.Warnings);
    }

    [Fact]
    public async Task Importing_says_nothing_about_names()
    {
        using var host = ModuleHost.StartEmpty();

        var import = await host.RunAsync("Import-Module $manifest; (Get-Module Wfbss.Reports).Name", ("manifest", Checkout.Manifest));

        Assert.Empty(import.Clean().Warnings);
        Assert.Equal(["Wfbss.Reports"], Texts(import.Output));
    }

    [Theory]
    [InlineData("Import-Module $manifest")]
    [InlineData("$VerbosePreference = 'Continue'; Import-Module $manifest -Verbose:$false")]
    public async Task Importing_is_silent(string command)
    {
        using var host = ModuleHost.StartEmpty();

        var import = await host.RunAsync(command + " *>&1; (Get-Module Wfbss.Reports).Name", ("manifest", Checkout.Manifest));

        Assert.Equal("Wfbss.Reports", Assert.Single(import.Clean().Output).ToString());
        Assert.Empty(import.Warnings);
        Assert.Empty(host.Screen.Text);
    }

    [Fact]
    public async Task Importing_verbosely_names_each_cmdlet()
    {
        using var host = ModuleHost.StartEmpty();

        var import = await host.RunAsync("Import-Module $manifest -Verbose 4>&1", ("manifest", Checkout.Manifest));

        Assert.Contains("Importing cmdlet 'Get-WfbssCustomer'.", import.Clean().Output.Select(line => line.ToString()));
    }

    [Fact]
    public async Task The_manifest_passes_its_test_and_has_the_version_of_the_build()
    {
        using var host = ModuleHost.StartEmpty();

        var manifest = await host.RunAsync("Test-ModuleManifest $manifest", ("manifest", Checkout.Manifest));

        Assert.Equal(Checkout.Version, Assert.Single(manifest.Clean().Output).Properties["Version"].Value.ToString());
        Assert.Empty(manifest.Warnings);
    }

    [Fact]
    public async Task Every_cmdlet_says_what_it_writes()
    {
        using var host = await ModuleHost.StartAsync();

        var typed = await host.RunAsync("Get-Command -Module Wfbss.Reports | Where-Object { $_.OutputType } | ForEach-Object Name");

        Assert.Equal(await ExportedAsync(host), Texts(typed.Clean().Output).Order());
    }

    [Fact]
    public async Task Removing_the_module_takes_its_commands_away()
    {
        using var host = await ModuleHost.StartAsync();

        var counts = await host.RunAsync("@(Get-Command *-Wfbss* -ListImported).Count; Remove-Module Wfbss.Reports; @(Get-Command *-Wfbss* -ListImported).Count");

        Assert.Equal([(await ExportedAsync(host)).Length, 0], counts.Clean().Output.Select(count => (int)count.BaseObject));
    }

    private static async Task<string[]> ExportedAsync(ModuleHost host)
    {
        var exported = await host.RunAsync(
            "(Test-ModuleManifest $manifest).ExportedCmdlets.Keys", ("manifest", Checkout.Manifest));
        Assert.NotEmpty(exported.Clean().Output);
        return [.. Texts(exported.Output).Order()];
    }

    private static IEnumerable<string> Texts(IEnumerable<PSObject> output) => output.Select(item => item.ToString());
}
