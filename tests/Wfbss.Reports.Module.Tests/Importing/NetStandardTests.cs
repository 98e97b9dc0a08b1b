using System.Diagnostics;
using Wfbss.Reports.ModuleTests.Examples;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Importing;

/// <summary>
/// The assemblies for Windows PowerShell 5.1, with the closure that they ship, in the engine that is here. In a process
/// of their own: the engine keeps what it knows of a cmdlet by the name of its type, which both flavours share.
/// </summary>
public sealed class NetStandardTests
{
    private const string AllTests = "Wfbss.Reports.ModuleTests";

    [Fact]
    public async Task The_flavour_for_Windows_PowerShell_passes_the_same_tests()
    {
        using var folder = new TemporaryFolder();
        // A folder of the module's name: scripts import it by that.
        var module = folder.File("Wfbss.Reports");
        CopyModule(module);

        var (exitCode, output) = await RunTestsAsync(module, exceptIn: [$"{AllTests}.Importing", $"{AllTests}.Packaging"]);

        Assert.True(exitCode == 0, output);
        Assert.Matches(@"Total: \d{3,}, Errors: 0, Failed: 0,", output);
    }

    private static void CopyModule(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Checkout.ModuleFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Checkout.ModuleFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // Without the other flavour, the module can only load this one.
        Directory.Delete(Path.Combine(folder, "lib", "net8.0"), recursive: true);
        var root = Path.Combine(folder, "Wfbss.Reports.psm1");
        File.WriteAllText(root, File.ReadAllText(root).Replace("lib/net8.0/", "lib/netstandard2.0/", StringComparison.Ordinal));
    }

    private static async Task<(int ExitCode, string Output)> RunTestsAsync(string module, string[] exceptIn)
    {
        string[] arguments = ["exec", typeof(NetStandardTests).Assembly.Location, "-noColor", "-class-", typeof(QuickstartTests).FullName!, .. exceptIn.SelectMany(name => (string[])["-namespace-", name])];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            Environment = { [Checkout.ModuleVariable] = module },
        };
        var result = await Programs.RunAsync(start);
        return (result.ExitCode, result.Output + result.Errors);
    }
}
