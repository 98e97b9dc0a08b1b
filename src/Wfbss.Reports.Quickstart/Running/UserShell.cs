using System.Diagnostics;
using System.Runtime.InteropServices;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Quickstart.Running;

/// <summary>
/// The pinned pwsh with the module imported and connected to the sandbox. It has this program's input and output, so
/// that a terminal is a terminal for it and a pipe is a pipe.
/// </summary>
internal static class UserShell
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Shell");

    /// <summary>The script that plays another one step by step.</summary>
    public static string ShowScript { get; } = Path.Combine(Folder, "Show-Script.ps1");

    /// <summary>Runs pwsh to its end.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(PinnedPowerShell powerShell, SandboxServer sandbox, string module, IEnumerable<string> arguments)
    {
        var start = powerShell.StartInfo(
            ["-ExecutionPolicy", "Bypass", "-ConfigurationFile", Path.Combine(Folder, "Quickstart.pssc"), .. arguments]);
        SetEnvironment(start.Environment, sandbox, module);

        // Ctrl+C is for pwsh, which gets it from the terminal as this program does.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => signal.Cancel = true);
        using var process = Process.Start(start)!;
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
        await process.WaitForExitAsync();
        return process.ExitCode;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            process.Kill(entireProcessTree: true);
        }
    }

    private static void SetEnvironment(IDictionary<string, string?> variables, SandboxServer sandbox, string module)
    {
        // The module takes its key pair from the environment, as it would in a container.
        variables["WFBSS_BASE_URI"] = sandbox.BaseUri.AbsoluteUri;
        variables["WFBSS_ACCESS_TOKEN"] = sandbox.AccessToken;
        variables["WFBSS_SECRET_KEY"] = sandbox.SecretKey;
        variables["WFBSS_QUICKSTART_MODULE"] = module;
        // Jobs and parallel runspaces of the user's scripts find the module by its name.
        string?[] folders = [Path.Combine(Folder, "Modules"), Path.GetDirectoryName(module), Environment.GetEnvironmentVariable("PSModulePath")];
        variables["PSModulePath"] = string.Join(Path.PathSeparator, folders.Where(folder => !string.IsNullOrEmpty(folder)));
        // Otherwise pwsh puts the colours of its tables into files and pipes, too.
        if (Console.IsOutputRedirected)
        {
            variables.TryAdd("NO_COLOR", "1");
        }
    }
}
