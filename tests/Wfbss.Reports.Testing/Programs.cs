using System.Diagnostics;

namespace Wfbss.Reports.Testing;

/// <summary>What a program left behind.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors);

/// <summary>Finds other programs and runs them.</summary>
internal static class Programs
{
    /// <summary>The dotnet that this process runs on.</summary>
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Where a program is, as a shell finds it; <see langword="null"/> if it is nowhere.</summary>
    public static string? OnPath(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program to its end. If the waiting is cancelled, the program is ended with all that it started.</summary>
    public static async Task<ProgramResult> RunAsync(ProcessStartInfo start, string input = "", CancellationToken cancellationToken = default)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var program = Process.Start(start)!;
        try
        {
            var output = program.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = program.StandardError.ReadToEndAsync(cancellationToken);
            await program.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            program.StandardInput.Close();
            await program.WaitForExitAsync(cancellationToken);
            return new ProgramResult(program.ExitCode, await output, await errors);
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill(entireProcessTree: true);
            }
        }
    }
}
