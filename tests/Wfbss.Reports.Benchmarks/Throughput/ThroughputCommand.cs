using System.CommandLine;
using System.Globalization;
using Wfbss.Reports.Benchmarks.Hosting;

namespace Wfbss.Reports.Benchmarks.Throughput;

/// <summary>The client and the cmdlet against a raw HttpClient, in turns, at the same sandbox.</summary>
internal static class ThroughputCommand
{
    // Until the code that runs often has been compiled for speed. All of them write to the same customers, which take
    // ten reports each; the turns that count have customers of their own.
    private const int WarmUps = 9;

    private static readonly Option<int> Rounds = new("--rounds") { Description = "How often each takes its turn.", DefaultValueFactory = _ => 7 };
    private static readonly Option<int> InFlight = new("--throttle") { Description = "How many batches are in flight at once.", DefaultValueFactory = _ => 5 };
    private static readonly Option<string> Only = new("--only") { Description = "yardstick, client or cmdlet: that one alone and without latency, for a profiler." };

    public static Command Create()
    {
        var command = new Command("throughput", "Measures the client and the cmdlet pipeline against a raw HttpClient.") { Rounds, InFlight, Only };
        command.SetAction(async (parsed, _) =>
        {
            var rounds = parsed.GetValue(Rounds);
            var inFlight = parsed.GetValue(InFlight);
            var only = parsed.GetValue(Only);
            var slow = only is not null || await MeasureAsync(TimeSpan.FromMilliseconds(50), customers: 2_000, rounds, inFlight, only);
            var fast = await MeasureAsync(TimeSpan.Zero, customers: 20_000, rounds, inFlight, only);
            return slow && fast ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> MeasureAsync(TimeSpan latency, int customers, int rounds, int inFlight, string? only)
    {
        var turns = (rounds + 1) * 3;
        using var sandbox = await SandboxProcess.StartAsync(turns * customers, latency);
        using var yardstick = new Yardstick(sandbox, inFlight);
        using var client = new ClientContender(await sandbox.ConnectAsync(), inFlight);
        using var cmdlet = new CmdletContender(sandbox, inFlight);
        IContender[] all = [yardstick, client, cmdlet];
        var scores = all.Where(contender => only is null || contender.Name == only).Select(contender => new Score(contender)).ToArray();
        var ids = new Queue<CustomerId[]>((await SandboxCustomers.IdsAsync(turns * customers)).Chunk(customers));

        foreach (var score in scores)
        {
            await score.WarmUpAsync(ids.Dequeue(), WarmUps);
        }

        for (var round = 0; round < rounds; round++)
        {
            var first = round % scores.Length;
            foreach (var score in scores[first..].Concat(scores[..first]))
            {
                await score.TakeTurnAsync(ids.Dequeue());
            }
        }

        Print($"latency {latency.TotalMilliseconds:0} ms, {customers} customers a turn, median of {rounds} turns");
        return scores.Select(score => Report(score, scores[0], customers, latency)).ToArray().All(good => good);
    }

    private static bool Report(Score score, Score yardstick, int customers, TimeSpan latency)
    {
        var ratio = score.SpeedRelativeTo(yardstick);
        var target = score.Contender.Target(latency);
        var batches = customers / 10;
        Print($"  {score.Contender.Name,-10} {customers / score.MedianSeconds,8:0} customers/s  ratio {ratio:0.000}  target {target:0.00}  CPU {score.MedianCpuSeconds / batches * 1e6,5:0} us and {score.MedianAllocatedBytes / batches / 1024,5:0.0} KiB a batch");
        return ratio >= target;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
