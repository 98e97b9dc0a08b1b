namespace Wfbss.Reports.DesktopTests.Support;

/// <summary>What the build has put where, for .NET Framework.</summary>
internal static class DesktopBuild
{
    /// <summary>The assembled module's assemblies for Windows PowerShell 5.1.</summary>
    public static string ModuleAssemblies { get; } = Path.Combine(Checkout.ModuleFolder, "lib", "netstandard2.0");

    /// <summary>The program that does a whole run.</summary>
    public static string Program { get; } = Checkout.Output("Wfbss.Reports.DesktopRun", "net472", ".exe");

    /// <summary>Another module, with an older System.Text.Json.</summary>
    public static string OlderNeighbour { get; } = Checkout.Output("Wfbss.Reports.DesktopNeighbour", "net472", ".dll");

    /// <summary>Another module, with a newer System.Text.Json.</summary>
    public static string NewerNeighbour { get; } = Checkout.Output("Wfbss.Reports.DesktopNeighbour", "net48", ".dll");
}
