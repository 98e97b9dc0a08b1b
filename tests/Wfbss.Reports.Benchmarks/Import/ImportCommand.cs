using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Wfbss.Reports.Benchmarks.Hosting;

namespace Wfbss.Reports.Benchmarks.Import;

/// <summary>How long importing the module takes in an engine that has just started, each time in a fresh process.</summary>
internal static class ImportCommand
{
    private const double Target = 60;
    private const string ProbeName = "import-probe";

    private static readonly Option<int> Rounds = new("--rounds") { Description = "How many processes.", DefaultValueFactory = _ => 11 };

    public static Command Create()
    {
        var command = new Command("import", "Measures the time that Import-Module takes on top of the engine's start.") { Rounds };
        command.SetAction(async (parsed, _) =>
        {
            var times = new List<double>();
            for (var round = 0; round < parsed.GetValue(Rounds); round++) times.Add(await ProbeAsync());
            times.Sort();
            var median = times[times.Count / 2];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"import: median {median:0.0} ms, best {times[0]:0.0} ms, worst {times[^1]:0.0} ms of {times.Count}; target {Target:0} ms"));
            return median < Target ? 0 : 1;
        });
        return command;
    }

    /// <summary>What the fresh process does: start the engine, import, print the milliseconds.</summary>
    public static Command CreateProbe()
    {
        var command = new Command(ProbeName) { Hidden = true };
        command.SetAction(_ =>
        {
            using var engine = new Engine();
            // A manifest like ours, so that only what is ours is measured and not the engine's own first import.
            engine.Run(shell => shell.AddCommand("Import-Module").AddParameter("Name", ForeignModule()));
            var started = Stopwatch.GetTimestamp();
            engine.Import();
            Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        });
        return command;
    }

    private static string ForeignModule()
    {
        var folder = Directory.CreateTempSubdirectory("wfbss-import-");
        var manifest = Path.Combine(folder.FullName, "Foreign.psd1");
        File.WriteAllText(Path.Combine(folder.FullName, "Foreign.psm1"), "function Get-Foreign { }");
        File.WriteAllText(manifest, "@{ ModuleVersion = '1.0.0'; RootModule = 'Foreign.psm1'; FunctionsToExport = @('Get-Foreign') }");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return manifest;
    }

    private static async Task<double> ProbeAsync()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(ImportCommand).Assembly.Location, ProbeName },
            RedirectStandardOutput = true,
        })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(text.Trim(), CultureInfo.InvariantCulture);
    }
}
