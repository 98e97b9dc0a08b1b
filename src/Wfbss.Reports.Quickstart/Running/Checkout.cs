namespace Wfbss.Reports.Quickstart.Running;

/// <summary>The checkout that this program was built in.</summary>
internal static class Checkout
{
    /// <summary>Finds the folder that has the manifest of .NET tools.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above this program has one.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, PinnedPowerShell.Manifest)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"There is no {PinnedPowerShell.Manifest} in a folder above this program.");
    }

    /// <summary>Finds the module that the build has assembled.</summary>
    /// <exception cref="DirectoryNotFoundException">The build has not assembled it.</exception>
    public static string FindModule(string checkout)
    {
        var module = Path.Combine(checkout, "out", "Wfbss.Reports");
        return File.Exists(Path.Combine(module, "Wfbss.Reports.psd1"))
            ? module
            : throw new DirectoryNotFoundException($"There is no module in '{module}'. Run 'dotnet build' first.");
    }
}
