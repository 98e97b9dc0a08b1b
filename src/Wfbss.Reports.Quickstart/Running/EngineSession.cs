using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using Wfbss.Reports.Quickstart.Hosting;

namespace Wfbss.Reports.Quickstart.Running;

/// <summary>A runspace of the real engine with the module imported; what runs in it shows up as on a console.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly ConsoleHost _host = new();
    private readonly Runspace _runspace;

    public EngineSession(string modulePath)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.Bypass;
        state.ImportPSModule(Path.Combine(modulePath, "Wfbss.Reports.psd1"));
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        FailIfNotImported();
    }

    /// <summary>Whether a script has said <c>exit</c>.</summary>
    public bool IsOver => _host.IsOver;

    /// <summary>Shows a command as if it had been typed, then runs it.</summary>
    /// <returns>Whether it ran to its end.</returns>
    public bool RunShown(string command)
    {
        ConsoleHost.ShowCommand(command);
        return Run(command);
    }

    /// <summary>Runs a script file.</summary>
    /// <returns>Whether it ran to its end.</returns>
    public bool RunFile(string path) => Run($"& '{CodeGeneration.EscapeSingleQuotedStringContent(path)}'");

    /// <summary>Runs a command.</summary>
    /// <returns>Whether it ran to its end.</returns>
    public bool Run(string command)
    {
        using var shell = PowerShell.Create(_runspace);
        ConsoleCancelEventHandler stop = (_, cancel) =>
        {
            cancel.Cancel = true;
            shell.BeginStop(null, null);
        };
        Console.CancelKeyPress += stop;
        try
        {
            shell.AddScript(command, useLocalScope: false);
            shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            shell.AddCommand("Out-Default").Invoke();
            return true;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (RuntimeException exception)
        {
            Show(exception.ErrorRecord);
            return false;
        }
        finally
        {
            Console.CancelKeyPress -= stop;
        }
    }

    public void Dispose() => _runspace.Dispose();

    private void Show(ErrorRecord error)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", error).Invoke();
    }

    private void FailIfNotImported()
    {
        using var shell = PowerShell.Create(_runspace);
        var modules = shell.AddCommand("Get-Module").AddParameter("Name", "Wfbss.Reports").Invoke();
        if (modules.Count == 0) throw new InvalidOperationException("The module Wfbss.Reports could not be imported.");
    }
}
