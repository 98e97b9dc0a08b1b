using System.CommandLine;
using Wfbss.Reports.Benchmarks.Hosting;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Testing;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Benchmarks.Memory;

/// <summary>Streams many customers through a run, and watches the managed memory.</summary>
internal static class MemoryCommand
{
    private static readonly Option<int> Ids = new("--ids") { Description = "How many customers; up to 1000000.", DefaultValueFactory = _ => 100_000 };
    private static readonly Option<bool> Sync = new("--sync") { Description = "Syncs by the cmdlet, then again with a time limit, instead of creating." };

    public static Command Create()
    {
        var command = new Command("memory", "Watches the managed memory while customers stream through, five batches in flight.") { Ids, Sync };
        command.SetAction((parsed, _) => parsed.GetValue(Sync) ? SyncMemory.WatchAsync(parsed.GetValue(Ids)) : WatchAsync(parsed.GetValue(Ids)));
        return command;
    }

    private static async Task<int> WatchAsync(int customers)
    {
        using var sandbox = await SandboxProcess.StartAsync(customers, TimeSpan.Zero);
        using var session = await sandbox.ConnectAsync();
        await using var run = WriteRun.Create(session, Samples.WeeklyByEmail, new WriteRunOptions { ThrottleLimit = 5 });

        var watch = new MemoryWatch(customers);
        await run.ToEndAsync(InputsAsync(session), result => watch.Take(result.Succeeded));
        return watch.Report() ? 0 : 1;
    }

    private static async IAsyncEnumerable<CustomerInput> InputsAsync(Sessions.WfbssSession session)
    {
        var position = 0;
        await foreach (var customer in new CustomerReader(session).ListAsync())
        {
            var id = CustomerId.TryParse(customer.CustomerId, out var parsed) ? parsed : (CustomerId?)null;
            yield return new CustomerInput(customer.CustomerId, id, customer.Name, ++position);
        }
    }
}
