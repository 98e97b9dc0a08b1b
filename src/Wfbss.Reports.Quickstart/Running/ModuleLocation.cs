namespace Wfbss.Reports.Quickstart.Running;

/// <summary>Finds the module that the build has assembled.</summary>
internal static class ModuleLocation
{
    /// <summary>The module's folder, <c>out/Wfbss.Reports</c> of the checkout that this program was built in.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var module = Path.Combine(folder.FullName, "out", "Wfbss.Reports");
            if (File.Exists(Path.Combine(module, "Wfbss.Reports.psd1"))) return module;
        }

        throw new DirectoryNotFoundException("There is no out/Wfbss.Reports above this program. Run 'dotnet build' first.");
    }
}
