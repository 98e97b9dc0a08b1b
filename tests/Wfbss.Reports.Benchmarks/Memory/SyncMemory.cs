using System.Diagnostics;
using System.Globalization;
using Wfbss.Reports.Benchmarks.Hosting;

namespace Wfbss.Reports.Benchmarks.Memory;

/// <summary>
/// The pipeline <c>$ids | Sync-WfbssScheduledReport</c> in a real engine: first for customers that have no report, then once
/// more with a tenth of the time.
/// </summary>
internal static class SyncMemory
{
    private const string Pipeline = """
        param($Ids, $Take, $Limit)
        $definition = New-WfbssReportDefinition 'Weekly security' -DayOfWeek Monday -At 08:00 -Content 100, 101 -Recipient soc@example.com -GroupId 1, 2
        $Ids | Sync-WfbssScheduledReport $definition @Limit -ErrorAction SilentlyContinue -Confirm:$false |
            ForEach-Object { $Take.Invoke($_.CustomerId, $_.Status) }
        """;

    public static async Task<int> WatchAsync(int customers)
    {
        string[] ids = [.. (await SandboxCustomers.IdsAsync(customers)).Select(id => id.ToString())];
        using var sandbox = await SandboxProcess.StartAsync(customers, TimeSpan.Zero);
        using var engine = new Engine();
        engine.Import();
        engine.Connect(sandbox);

        var (position, inOrder) = (0, true);
        var watch = new MemoryWatch(customers);
        var started = Stopwatch.GetTimestamp();
        Run(engine, ids, limit: null, (id, status) =>
        {
            inOrder &= id == ids[position++];
            watch.Take(status == ResultStatus.Done);
        });
        var isFlat = watch.Report();
        Console.WriteLine(inOrder ? "results in the order of the input" : "results NOT in the order of the input");
        return isFlat && inOrder && EndsInTime(engine, ids, Stopwatch.GetElapsedTime(started) / 10) ? 0 : 1;
    }

    private static bool EndsInTime(Engine engine, string[] ids, TimeSpan limit)
    {
        var (position, inOrder) = (0, true);
        var statuses = new Dictionary<string, int>();
        var started = Stopwatch.GetTimestamp();
        Run(engine, ids, limit, (id, status) =>
        {
            inOrder &= id == ids[position++];
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"-MaxDuration of {limit.TotalSeconds:0.0} s: {string.Join(", ", statuses.Select(entry => $"{entry.Value} {entry.Key}"))} after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {(inOrder ? "" : "NOT ")}in order"));
        return inOrder && position == ids.Length && statuses.Keys.All(status => status is ResultStatus.Done or ResultStatus.NotAttempted);
    }

    private static void Run(Engine engine, string[] ids, TimeSpan? limit, Action<string, string> take) =>
        engine.Run(shell => shell.AddScript(Pipeline)
            .AddParameter("Ids", ids)
            .AddParameter("Take", take)
            .AddParameter("Limit", limit is { } time ? new System.Collections.Hashtable { ["MaxDuration"] = time } : []));
}
