using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Reflection;

namespace Wfbss.Reports.Benchmarks.Hosting;

/// <summary>A real PowerShell engine, for the module as it was assembled.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    public Engine()
    {
        var state = InitialSessionState.CreateDefault2();
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>Where the build put the module.</summary>
    public static string ModulePath { get; } = Path.Combine(
        typeof(Engine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ModuleOutputPath").Value!,
        "Wfbss.Reports.psd1");

    public void Import() => Run(shell => shell.AddCommand("Import-Module").AddParameter("Name", ModulePath));

    public void Connect(SandboxProcess sandbox)
    {
        using var secret = new NetworkCredential("", sandbox.SecretKey).SecurePassword;
        Run(shell => shell.AddCommand("Connect-Wfbss")
            .AddParameter("BaseUri", sandbox.BaseUri)
            .AddParameter("AccessToken", sandbox.AccessToken)
            .AddParameter("SecretKey", secret));
    }

    /// <summary>Runs a pipeline, with input if there is any, and fails on any error.</summary>
    public ICollection<PSObject> Run(Action<PowerShell> build, IEnumerable<string>? input = null)
    {
        using var shell = PowerShell.Create(_runspace);
        build(shell);
        var output = input is null ? shell.Invoke() : shell.Invoke(input);
        return shell.Streams.Error.Count == 0 ? output : throw new InvalidOperationException(shell.Streams.Error[0].ToString());
    }

    public void Dispose() => _runspace.Dispose();
}
