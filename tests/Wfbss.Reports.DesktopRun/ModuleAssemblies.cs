using System.Reflection;
using System.Runtime.CompilerServices;
using Wfbss.Reports.Compatibility;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.DesktopRun;

/// <summary>
/// The assembled module's assemblies, loaded so that nothing but the module's own resolver can find what they need:
/// LoadFile, unlike the LoadFrom of Windows PowerShell, does not look into the folder where the assembly lies.
/// </summary>
internal static class ModuleAssemblies
{
    /// <summary>Loads the client for this program, and lets it find the rest as the module does when it is imported.</summary>
    public static void Load(string folder)
    {
        var client = Assembly.LoadFile(Path.Combine(Path.GetFullPath(folder), "Wfbss.Reports.Client.dll"));
        var self = typeof(ModuleAssemblies).Assembly;
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        {
            if (request.RequestingAssembly != self)
            {
                return null;
            }

            var name = new AssemblyName(request.Name).Name;
            return name == client.GetName().Name ? client : Assembly.LoadFrom(Path.Combine(folder, name + ".dll"));
        };
        Hook();
        Check.That(
            Path.GetDirectoryName(ClientLocation()) == Path.GetFullPath(folder),
            $"the client was loaded from {ClientLocation()}");
    }

    /// <summary>The System.Text.Json that the client uses.</summary>
    public static Assembly Json() =>
        typeof(ServiceReply).GetProperty(nameof(ServiceReply.Json)).PropertyType.GetGenericArguments().Single().Assembly;

    // Methods of their own: what they use must not be looked for before it can be found.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Hook() => OwnAssemblies.Hook();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string ClientLocation() => typeof(WfbssSession).Assembly.Location;
}
