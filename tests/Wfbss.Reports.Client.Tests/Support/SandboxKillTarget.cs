using System.Diagnostics;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>A process of its own that writes the weekly report of all customers of a sandbox, with a journal.</summary>
internal sealed class SandboxKillTarget : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

#if NET10_0_OR_GREATER
    private static string Host => Programs.DotNet;

    private static string[] Arguments => ["exec", Path.Combine(AppContext.BaseDirectory, "Wfbss.Reports.KillTarget.dll")];
#else
    // It brings its own runtime; `dotnet` would be a later one.
    private static string Host =>
        Path.Combine(AppContext.BaseDirectory, "Wfbss.Reports.KillTarget" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private static string[] Arguments => [];
#endif

    private SandboxKillTarget(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    public static SandboxKillTarget Start(SandboxServer server, JournalUse use, string journal)
    {
        var start = new ProcessStartInfo(Host, Arguments)
        {
            RedirectStandardError = true,
            Environment =
            {
                ["WFBSS_BASE_URI"] = server.BaseUri.AbsoluteUri,
                ["WFBSS_ACCESS_TOKEN"] = server.AccessToken,
                ["WFBSS_SECRET_KEY"] = server.SecretKey,
                ["KILL_TARGET_JOURNAL"] = journal,
                ["KILL_TARGET_USE"] = use.ToString(),
            },
        };
        return new SandboxKillTarget(Process.Start(start)!);
    }

    /// <summary>Ends it as a power cut would: SIGKILL, or TerminateProcess on Windows.</summary>
    /// <returns>Whether it was still running.</returns>
    public async Task<bool> KillAsync()
    {
        var wasRunning = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync();
        // An exit code of 0 means that it was done before the signal came.
        return wasRunning && _process.ExitCode != 0;
    }

    /// <summary>Lets it come to its end.</summary>
    public async Task<(int ExitCode, string Errors)> FinishAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
