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

    public static bool IsNetStandard { get; } = Environment.GetEnvironmentVariable(Variable) == NetStandard;

    /// <summary>What is imported.</summary>
    public static string ImportPath { get; } = IsNetStandard ? Checkout.Cmdlets(NetStandard) : Checkout.Manifest;
}
