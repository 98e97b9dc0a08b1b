using System.Reflection;
using System.Xml.Linq;

namespace Wfbss.Reports.Testing;

/// <summary>The checkout that these tests were built from, and the module that its build has put together.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>The environment variable that makes these tests use another module than the one of the build.</summary>
    public const string ModuleVariable = "WFBSS_TESTS_MODULE";

    /// <summary>The module as a user has it.</summary>
    public static string ModuleFolder { get; } =
        Environment.GetEnvironmentVariable(ModuleVariable) is { Length: > 0 } other ? other : Path.Combine(Root, "out", "Wfbss.Reports");

    /// <summary>Whether that is the flavour for Windows PowerShell alone.</summary>
    public static bool IsFlavourForWindows => !Directory.Exists(Path.Combine(ModuleFolder, "lib", "net8.0"));

    public static string Manifest { get; } = Path.Combine(ModuleFolder, "Wfbss.Reports.psd1");

    /// <summary>The one version that everything has.</summary>
    public static string Version { get; } = XDocument
        .Load(Path.Combine(Root, "Directory.Build.props"))
        .Descendants("Version")
        .Single()
        .Value;

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static string Configuration { get; } =
        typeof(Checkout).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The cmdlets' assembly for one edition of PowerShell.</summary>
    public static string Cmdlets(string flavour) =>
        Path.Combine(ModuleFolder, "lib", flavour, "Wfbss.Reports.PowerShell.dll");

    /// <summary>What the build of another project of the tests has made.</summary>
    public static string Output(string project, string framework, string extension) =>
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
