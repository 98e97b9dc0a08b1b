namespace Wfbss.Reports.DesktopTests.Support;

/// <summary>What the build has put where.</summary>
internal static class Checkout
{
    private static readonly string Root = FindRoot();

    // bin/<configuration>/<framework>
    private static readonly string Configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/', '\\'))!.Name;

    /// <summary>The assembled module's assemblies for Windows PowerShell 5.1.</summary>
    public static string ModuleAssemblies { get; } = Path.Combine(Root, "out", "Wfbss.Reports", "lib", "netstandard2.0");

    /// <summary>The program that does a whole run.</summary>
    public static string Program { get; } = Output("Wfbss.Reports.DesktopRun", "net472", ".exe");

    /// <summary>Another module, with an older System.Text.Json.</summary>
    public static string OlderNeighbour { get; } = Output("Wfbss.Reports.DesktopNeighbour", "net472", ".dll");

    /// <summary>Another module, with a newer System.Text.Json.</summary>
    public static string NewerNeighbour { get; } = Output("Wfbss.Reports.DesktopNeighbour", "net48", ".dll");

    private static string Output(string project, string framework, string extension) =>
        Path.Combine(Root, "tests", project, "bin", Configuration, framework, project + extension);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Wfbss.Reports.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no checkout above {AppContext.BaseDirectory}.");
    }
}
