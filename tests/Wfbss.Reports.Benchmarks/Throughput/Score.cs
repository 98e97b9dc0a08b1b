using System.Diagnostics;

namespace Wfbss.Reports.Benchmarks.Throughput;

/// <summary>How one contender did, turn by turn.</summary>
internal sealed class Score(IContender contender)
{
    private readonly List<double> _seconds = [];
    private readonly List<double> _cpuSeconds = [];
    private readonly List<double> _allocatedBytes = [];

    public IContender Contender => contender;

    public double MedianSeconds => Median(_seconds);

    /// <summary>What this process spent, all threads together; the sandbox is another process.</summary>
    public double MedianCpuSeconds => Median(_cpuSeconds);

    /// <summary>What this process allocated: it hardly varies, however busy the machine is.</summary>
    public double MedianAllocatedBytes => Median(_allocatedBytes);

    public async Task WarmUpAsync(CustomerId[] ids, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await contender.CreateAsync(ids);
        }
    }

    public async Task TakeTurnAsync(CustomerId[] ids)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await contender.CreateAsync(ids);
        var elapsed = Stopwatch.GetElapsedTime(started);
        _seconds.Add(elapsed.TotalSeconds);
        _allocatedBytes.Add(GC.GetTotalAllocatedBytes(precise: true) - allocated);
        _cpuSeconds.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    /// <summary>Compared turn by turn, so that what slowed the machine down slowed both.</summary>
    public double SpeedRelativeTo(Score yardstick) =>
        Median(yardstick._seconds.Zip(_seconds, (reference, own) => reference / own));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
