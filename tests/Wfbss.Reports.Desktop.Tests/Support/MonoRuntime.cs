using System.ComponentModel;
using System.Diagnostics;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.DesktopTests.Support;

/// <summary>Runs programs for .NET Framework where there is none.</summary>
internal static class MonoRuntime
{
    /// <summary>The part of Mono that .NET Framework has had since 4.7.2, and that Debian has in mono-devel.</summary>
    private const string StandardFacade = "/usr/lib/mono/4.5/Facades/netstandard.dll";

    /// <summary>Why nothing can be run; null if it can.</summary>
    public static string? WhatIsMissing { get; } = FindWhatIsMissing();

    /// <summary>Does a whole run against a sandbox.</summary>
    public static async Task<ProgramResult> RunAsync(SandboxServer server, string? neighbour = null)
    {
        var start = Command("--debug", Checkout.Program, Checkout.ModuleAssemblies);
        if (neighbour is not null)
        {
            start.ArgumentList.Add(neighbour);
        }

        start.Environment["WFBSS_BASE_URI"] = server.BaseUri.AbsoluteUri;
        start.Environment["WFBSS_ACCESS_TOKEN"] = server.AccessToken;
        start.Environment["WFBSS_SECRET_KEY"] = server.SecretKey;
        return await RunAsync(start);
    }

    private static async Task<ProgramResult> RunAsync(ProcessStartInfo start)
    {
        using var program = Process.Start(start)!;
        try
        {
            var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new ProgramResult(program.ExitCode, await output, await error);
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill(entireProcessTree: true);
            }
        }
    }

    private static ProcessStartInfo Command(params string[] arguments) =>
        new("mono", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

    private static string? FindWhatIsMissing()
    {
        try
        {
            using var program = Process.Start(Command("--version"))!;
            program.WaitForExit();
            return File.Exists(StandardFacade) ? null : $"Mono's facades (Debian: mono-devel) are not installed: there is no {StandardFacade}.";
        }
        catch (Win32Exception)
        {
            return "Mono (Debian: mono-devel) is not installed.";
        }
    }
}
