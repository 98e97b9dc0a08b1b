using System.Diagnostics;
using System.Globalization;

namespace Wfbss.Reports.Benchmarks.Memory;

/// <summary>Counts results as they come, and samples the managed memory now and then.</summary>
internal sealed class MemoryWatch
{
    private const int Samples = 10;

    // What a set of ids takes when it has just grown: 16 bytes of id, 12 of bookkeeping, twice that while half empty.
    private const double MostBytesPerId = 64;

    private readonly int _customers;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<long> _memory = [];
    private int _done;
    private int _failed;

    /// <summary>Begins to watch, with a line of headings.</summary>
    public MemoryWatch(int customers)
    {
        _customers = customers;
        Console.WriteLine("      done    seconds   managed KiB");
    }

    /// <summary>Takes one result.</summary>
    public void Take(bool succeeded)
    {
        _failed += succeeded ? 0 : 1;
        if (++_done % (_customers / Samples) != 0)
        {
            return;
        }

        _memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_done,10} {Stopwatch.GetElapsedTime(_started).TotalSeconds,10:0.0} {_memory[^1] / 1024,13}"));
    }

    /// <summary>Says how much each id took. From the first sample on: before it, code is compiled and buffers are filled.</summary>
    /// <returns>Whether that was little enough, and all succeeded.</returns>
    public bool Report()
    {
        var perId = (_memory[^1] - _memory[0]) / (_done * (Samples - 1.0) / Samples);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{perId:0.0} bytes for each id that was seen (at most {MostBytesPerId:0}); {_failed} of {_done} failed"));
        return perId <= MostBytesPerId && _failed == 0 && _done == _customers;
    }
}
