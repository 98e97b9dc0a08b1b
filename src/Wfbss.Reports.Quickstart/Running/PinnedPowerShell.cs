using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Wfbss.Reports.Quickstart.Running;

/// <summary>
/// The pwsh that the checkout pins as a .NET tool. It is started from where NuGet keeps it, and not by
/// <c>dotnet tool run</c>, which finds its manifest only in the checkout: scripts run in the user's own folder.
/// </summary>
public sealed class PinnedPowerShell
{
    internal static readonly string Manifest = Path.Combine(".config", "dotnet-tools.json");
    private const string PackagesPrefix = "global-packages: ";
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private PinnedPowerShell(string version, string program)
    {
        Version = version;
        Program = program;
    }

    /// <summary>The version that is pinned.</summary>
    public string Version { get; }

    /// <summary>The path of <c>pwsh.dll</c>.</summary>
    public string Program { get; }

    /// <summary>The host that runs this process, which runs pwsh as well.</summary>
    private static string DotnetHost { get; } = FindDotnetHost();

    /// <summary>Finds the pinned pwsh among the NuGet packages of this user, and restores it first if it is not there.</summary>
    /// <param name="checkout">The folder that has <c>.config/dotnet-tools.json</c>.</param>
    /// <param name="restoring">Is called with the version before it is restored, which may take a minute.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">It could not be restored; the message says what the SDK said.</exception>
    public static async Task<PinnedPowerShell> FindAsync(string checkout, Action<string>? restoring = null, CancellationToken cancellation = default)
    {
        var version = ReadVersion(checkout);
        var packages = await RunSdkAsync(checkout, ["nuget", "locals", "global-packages", "--list", "--force-english-output"], cancellation);
        var start = packages.IndexOf(PackagesPrefix, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new InvalidOperationException($"The .NET SDK did not say where NuGet packages are: {packages}");
        }

        var package = Path.Combine(packages[(start + PackagesPrefix.Length)..].Split('\n')[0].Trim(), "powershell", version);

        if (!IsComplete(package))
        {
            restoring?.Invoke(version);
            await RestoreAsync(checkout, package, cancellation);
        }

        var platform = OperatingSystem.IsWindows() ? "win" : "unix";
        return new PinnedPowerShell(version, Directory
            .EnumerateFiles(Path.Combine(package, "tools"), "pwsh.dll", SearchOption.AllDirectories)
            .Single(file => Path.GetFileName(Path.GetDirectoryName(file)) == platform));
    }

    /// <summary>How it is started with arguments: without a profile, and without calls to the network of its own.</summary>
    public ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetHost, ["exec", Program, "-NoProfile", "-NoLogo", .. arguments]);
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        return start;
    }

    private static async Task RestoreAsync(string checkout, string package, CancellationToken cancellation)
    {
        var said = await RunSdkAsync(checkout, ["tool", "restore"], cancellation);
        // Of two that restore at the same moment one fails, as soon as it meets with a file of the other, which goes on.
        for (var waited = TimeSpan.Zero; !IsComplete(package); waited += Step)
        {
            if (!Directory.Exists(package) || waited > LongestWait)
            {
                throw new InvalidOperationException($"PowerShell could not be restored by 'dotnet tool restore': {said.Trim()}");
            }

            await Task.Delay(Step, cancellation);
        }
    }

    // NuGet writes this file when everything else of a package is there.
    private static bool IsComplete(string package) => File.Exists(Path.Combine(package, ".nupkg.metadata"));

    private static string ReadVersion(string checkout)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(checkout, Manifest)));
        return manifest.RootElement.GetProperty("tools").GetProperty("powershell").GetProperty("version").GetString()!;
    }

    private static async Task<string> RunSdkAsync(string folder, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(DotnetHost, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_NOLOGO"] = "1" },
        };
        using var process = Process.Start(start)!;
        var streams = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return string.Concat(streams);
    }

    // The host is three folders above the runtime: dotnet/shared/Microsoft.NETCore.App/10.0.0.
    private static string FindDotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : "dotnet";
    }
}
