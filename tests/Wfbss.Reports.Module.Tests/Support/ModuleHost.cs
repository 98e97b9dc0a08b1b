using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>A PowerShell engine of a test's own, with the module imported as a user imports it.</summary>
internal sealed class ModuleHost : IDisposable
{
    private readonly Runspace _runspace;
    private readonly List<RunningScript> _scripts = [];

    // Before the first engine: what scripts import by its name is the module that is tested here.
    static ModuleHost() => Environment.SetEnvironmentVariable("PSModulePath", Path.GetDirectoryName(Checkout.ModuleFolder));

    private ModuleHost(Runspace runspace, ScriptedHost screen)
    {
        _runspace = runspace;
        Screen = screen;
    }

    /// <summary>What the engine shows to a person, and what that person answers.</summary>
    public ScriptedHost Screen { get; }

    /// <summary>An engine with the assembled module.</summary>
    public static async Task<ModuleHost> StartAsync()
    {
        var host = StartEmpty();
        (await host.RunAsync("Import-Module $path", ("path", Checkout.Manifest))).Clean();
        return host;
    }

    /// <summary>An engine without the module.</summary>
    public static ModuleHost StartEmpty()
    {
        var screen = new ScriptedHost();
        var state = InitialSessionState.CreateDefault2();
        // A thread of the runspace's own: the pool's threads stay free for the sandbox.
        state.ThreadOptions = PSThreadOptions.ReuseThread;
        var runspace = RunspaceFactory.CreateRunspace(screen, state);
        runspace.Open();
        return new ModuleHost(runspace, screen);
    }

    /// <summary>Runs a script to its end. A terminating error of a command ends it.</summary>
    public Task<Invocation> RunAsync(string script, params (string Name, object? Value)[] variables) =>
        Start(script, variables).Completion;

    /// <summary>Starts a script.</summary>
    public RunningScript Start(string script, params (string Name, object? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        var shell = PowerShell.Create(_runspace);
        // Otherwise the engine goes on with the next statement after a terminating error of a command.
        shell.AddScript($"try {{ {script}\n}} catch {{ throw }}");
        var running = new RunningScript(shell);
        _scripts.Add(running);
        return running;
    }

    public void Dispose()
    {
        foreach (var script in _scripts)
        {
            script.Dispose();
        }

        _runspace.Dispose();
    }
}
