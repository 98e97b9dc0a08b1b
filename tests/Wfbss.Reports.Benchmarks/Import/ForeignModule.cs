namespace Wfbss.Reports.Benchmarks.Import;

/// <summary>
/// A module that is imported first, with a manifest like ours: so that only what is ours is measured, and not the engine's
/// own first import.
/// </summary>
internal sealed class ForeignModule : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wfbss-import-");

    public ForeignModule()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder.FullName, "Foreign.psm1"), "function Get-Foreign { }");
        File.WriteAllText(Path, "@{ ModuleVersion = '1.0.0'; RootModule = 'Foreign.psm1'; FunctionsToExport = @('Get-Foreign') }");
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "Foreign.psd1");

    public void Dispose() => _folder.Delete(recursive: true);
}
