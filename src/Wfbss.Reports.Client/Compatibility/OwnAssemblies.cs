#if !NET
using System.Reflection;

namespace Wfbss.Reports.Compatibility;

/// <summary>
/// Finds the assemblies that this one needs in the folder where it lies, for .NET Framework, which takes none but the
/// exact version that was asked for. It answers for assemblies of that folder and for nobody else: what another module
/// asks for is not its business, even if it has a file of that name.
/// </summary>
/// <remarks>Nothing here may need any of the assemblies that it finds.</remarks>
internal static class OwnAssemblies
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(OwnAssemblies).Assembly.Location)!;
    private static int _hooked;

    /// <summary>
    /// Begins to answer. Once for the process and for good: assemblies are never unloaded there, so a session that
    /// outlives its module, or another runspace that still has it, may need one long after the module was removed.
    /// </summary>
    public static void Hook()
    {
        if (Interlocked.Exchange(ref _hooked, 1) == 0)
        {
            AppDomain.CurrentDomain.AssemblyResolve += (_, request) => Resolve(request);
        }
    }

    private static Assembly? Resolve(ResolveEventArgs request)
    {
        if (request.RequestingAssembly is not { } asking || !IsOwn(asking))
        {
            return null;
        }

        var wanted = new AssemblyName(request.Name);
        var path = Path.Combine(Folder, wanted.Name + ".dll");
        if (!File.Exists(path) || AssemblyName.GetAssemblyName(path).Version < wanted.Version)
        {
            return null;
        }

        // LoadFrom, not LoadFile. PowerShell loads the cmdlets with LoadFrom, and what lies beside them in the exact
        // version is then found without this event. LoadFile would load such a file once more, and the types of the two
        // copies (ReadOnlySpan<T>, say) would not be the same; LoadFrom gives the copy that is there.
        return Assembly.LoadFrom(path);
    }

    // An assembly that was made in memory has no location, or none that it could tell.
    private static bool IsOwn(Assembly assembly) =>
        !assembly.IsDynamic
        && assembly.Location is { Length: > 0 } location
        && string.Equals(Path.GetDirectoryName(location), Folder, StringComparison.OrdinalIgnoreCase);
}
#endif
