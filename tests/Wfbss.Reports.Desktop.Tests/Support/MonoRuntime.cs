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
        var start = Command("--debug", DesktopBuild.Program, DesktopBuild.ModuleAssemblies);
        if (neighbour is not null)
        {
            start.ArgumentList.Add(neighbour);
        }

        start.Environment["WFBSS_BASE_URI"] = server.BaseUri.AbsoluteUri;
        start.Environment["WFBSS_ACCESS_TOKEN"] = server.AccessToken;
        start.Environment["WFBSS_SECRET_KEY"] = server.SecretKey;
        return await Programs.RunAsync(start, cancellationToken: TestContext.Current.CancellationToken);
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
