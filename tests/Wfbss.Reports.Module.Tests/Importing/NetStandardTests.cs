using System.Diagnostics;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Importing;

/// <summary>The flavour for Windows PowerShell 5.1, with the closure that it ships, in the engine that is here.</summary>
public sealed class NetStandardTests
{
    [Theory]
    [InlineData(nameof(Connecting))]
    [InlineData(nameof(Contents))]
    [InlineData(nameof(Creating))]
    [InlineData(nameof(Customers))]
    [InlineData(nameof(Definitions))]
    [InlineData(nameof(Secrets))]
    [InlineData(nameof(Views))]
    public async Task The_flavour_for_Windows_PowerShell_passes_the_same_tests(string folder)
    {
        Assert.SkipWhen(Flavour.IsNetStandard, "This process is the one that was started for them.");

        var (exitCode, output) = await RunTestsAsync($"{typeof(Flavour).Namespace!.Replace(".Support", "", StringComparison.Ordinal)}.{folder}");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Errors: 0, Failed: 0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Total: 0", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunTestsAsync(string testNamespace)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Flavour).Assembly.Location, "-namespace", testNamespace, "-noColor"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Flavour.Variable] = Flavour.NetStandard },
        };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
