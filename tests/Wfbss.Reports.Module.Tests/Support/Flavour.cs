namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>
/// Which of the module's assemblies these tests run: as a user gets them, or those for Windows PowerShell 5.1. One
/// process runs one of them, since the engine keeps what it knows of a cmdlet by the name of its type.
/// </summary>
internal static class Flavour
{
    public const string NetStandard = "netstandard2.0";

    /// <summary>The environment variable that a process is told by.</summary>
    public const string Variable = "WFBSS_TESTS_FLAVOUR";

    /// <summary>What the module's script loads here.</summary>
    private const string Usual = "'net8.0'";

    public static bool IsNetStandard { get; } = Environment.GetEnvironmentVariable(Variable) == NetStandard;

    /// <summary>What is imported.</summary>
    public static string ImportPath { get; } = IsNetStandard ? CopyForNetStandard() : Checkout.Manifest;

    // The whole module, views and all, except that its script takes this edition for Windows PowerShell's.
    private static string CopyForNetStandard()
    {
        var copy = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => copy.Dispose();
        foreach (var file in Directory.EnumerateFiles(Checkout.ModuleFolder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Path, Path.GetRelativePath(Checkout.ModuleFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var script = Path.Combine(copy.Path, "Wfbss.Reports.psm1");
        var text = File.ReadAllText(script);
        Assert.Contains(Usual, text, StringComparison.Ordinal);
        File.WriteAllText(script, text.Replace(Usual, $"'{NetStandard}'", StringComparison.Ordinal));
        return Path.Combine(copy.Path, Path.GetFileName(Checkout.Manifest));
    }
}
