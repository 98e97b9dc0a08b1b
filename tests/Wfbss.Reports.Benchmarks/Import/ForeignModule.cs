using Wfbss.Reports.Testing;

namespace Wfbss.Reports.Benchmarks.Import;

/// <summary>
/// A module that is imported first, with a manifest like ours: so that only what is ours is measured, and not the engine's
/// own first import.
/// </summary>
internal sealed class ForeignModule : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ForeignModule()
    {
        _folder.Write("Foreign.psm1", "function Get-Foreign { }");
        _folder.Write("Foreign.psd1", "@{ ModuleVersion = '1.0.0'; RootModule = 'Foreign.psm1'; FunctionsToExport = @('Get-Foreign') }");
    }

    public string Path => _folder.File("Foreign.psd1");

    public void Dispose() => _folder.Dispose();
}
