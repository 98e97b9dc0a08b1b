using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Wfbss.Reports.Benchmarks.Hosting;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Testing;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Benchmarks.Memory;

/// <summary>Streams many customers from the service through a run, and watches the managed memory.</summary>
internal static class MemoryCommand
{
    private const int Samples = 10;

    // What a set of ids takes when it has just grown: 16 bytes of id, 12 of bookkeeping, twice that while half empty.
    private const double MostBytesPerId = 64;

    private static readonly Option<int> Ids = new("--ids") { Description = "How many customers; up to 1000000.", DefaultValueFactory = _ => 100_000 };

    public static Command Create()
    {
        var command = new Command("memory", "Watches the managed memory while customers stream through, five batches in flight.") { Ids };
        command.SetAction((parsed, _) => WatchAsync(parsed.GetValue(Ids)));
        return command;
    }

    private static async Task<int> WatchAsync(int customers)
    {
        using var sandbox = await SandboxProcess.StartAsync(customers, TimeSpan.Zero);
        using var session = await sandbox.ConnectAsync();
        await using var run = WriteRun.Create(session, SampleDefinitions.Weekly, new WriteRunOptions { ThrottleLimit = 5 });

        Console.WriteLine("      done    seconds   managed KiB");
        var started = Stopwatch.GetTimestamp();
        var (done, failed) = (0, 0);
        var memory = new List<long>();
        void Take(IEnumerable<Reports.ScheduledReportResult> results)
        {
            foreach (var result in results)
            {
                failed += result.Succeeded ? 0 : 1;
                if (++done % (customers / Samples) != 0)
                {
                    continue;
                }

                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{done,10} {Stopwatch.GetElapsedTime(started).TotalSeconds,10:0.0} {memory[^1] / 1024,13}"));
            }
        }

        var position = 0;
        await foreach (var customer in new CustomerReader(session).ListAsync())
        {
            var id = CustomerId.TryParse(customer.CustomerId, out var parsed) ? parsed : (CustomerId?)null;
            run.Add(new CustomerInput(customer.CustomerId, id, customer.Name, ++position));
            while (run.IsFull)
            {
                await run.Head;
                Take(run.TakeReady());
            }
        }

        run.Complete();
        while (!run.IsEmpty)
        {
            await run.Head;
            Take(run.TakeReady());
        }

        return Report(memory, done, failed);
    }

    private static int Report(List<long> memory, int done, int failed)
    {
        // From the first sample on: before it, code is compiled and buffers are filled.
        var perId = (memory[^1] - memory[0]) / (done * (Samples - 1.0) / Samples);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{perId:0.0} bytes for each id that was seen (at most {MostBytesPerId:0}); {failed} of {done} failed"));
        return perId <= MostBytesPerId && failed == 0 ? 0 : 1;
    }
}
