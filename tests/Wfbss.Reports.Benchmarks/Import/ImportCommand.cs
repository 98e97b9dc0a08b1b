using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Wfbss.Reports.Benchmarks.Hosting;
using Wfbss.Reports.Testing;

namespace Wfbss.Reports.Benchmarks.Import;

/// <summary>How long importing the module takes in an engine that has just started, each time in a fresh process.</summary>
/// <remarks>
/// Two engines are measured. A real pwsh, where one is found, counts: its assemblies are compiled ahead of time. Those of
/// the engine in the NuGet package are not, so that most of what is measured there is compiling the engine itself.
/// </remarks>
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
            var rounds = parsed.GetValue(Rounds);
            var hosted = await MeasureAsync("hosted engine", rounds, Programs.DotNet, "exec", typeof(ImportCommand).Assembly.Location, ProbeName);
            if (Programs.OnPath("pwsh") is not { } pwsh)
            {
                Console.WriteLine("No pwsh was found: only the hosted engine was measured.");
                return hosted < Target ? 0 : 1;
            }

            var real = await MeasureAsync("pwsh", rounds, pwsh, "-NoProfile", "-NonInteractive", "-Command", RealProbe());
            return real < Target ? 0 : 1;
        });
        return command;
    }

    /// <summary>What the fresh process does: start the engine, import, print the milliseconds.</summary>
    public static Command CreateProbe()
    {
        var command = new Command(ProbeName) { Hidden = true };
        command.SetAction(_ =>
        {
            using var foreign = new ForeignModule();
            using var engine = new Engine();
            engine.Run(shell => shell.AddCommand("Import-Module").AddParameter("Name", foreign.Path));
            var started = Stopwatch.GetTimestamp();
            engine.Import();
            Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        });
        return command;
    }

    private static string RealProbe()
    {
        // The one in this process: it is there as long as the measurement runs.
        var foreign = new ForeignModule();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => foreign.Dispose();
        return $"Import-Module '{foreign.Path}'; $started = [Diagnostics.Stopwatch]::StartNew(); Import-Module '{Engine.ModulePath}'; "
            + "$started.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)";
    }

    private static async Task<double> MeasureAsync(string engine, int rounds, string program, params string[] arguments)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            times.Add(await ProbeAsync(program, arguments));
        }

        times.Sort();
        var median = times[times.Count / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"import, {engine}: median {median:0.0} ms, best {times[0]:0.0} ms, worst {times[^1]:0.0} ms of {times.Count}; target {Target:0} ms"));
        return median;
    }

    private static async Task<double> ProbeAsync(string program, string[] arguments)
    {
        var probe = await Programs.RunAsync(new ProcessStartInfo(program, arguments));
        return double.Parse(probe.Output.Trim(), CultureInfo.InvariantCulture);
    }
}
