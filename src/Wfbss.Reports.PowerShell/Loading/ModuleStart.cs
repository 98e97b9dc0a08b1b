#if !NET
using System.Management.Automation;
using Wfbss.Reports.Compatibility;

namespace Wfbss.Reports.PowerShell.Loading;

/// <summary>
/// What the engine runs when it imports the assembly, before it looks at the cmdlets. In Windows PowerShell 5.1 that is
/// before anything needs System.Text.Json; PowerShell 7 ships it.
/// </summary>
public sealed class ModuleStart : IModuleAssemblyInitializer
{
    /// <summary>Begins to find the assemblies that the module carries.</summary>
    public void OnImport() => OwnAssemblies.Hook();
}
#endif
