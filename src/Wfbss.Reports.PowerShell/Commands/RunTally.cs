using System.Diagnostics;
using System.Globalization;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Counts the outcomes of a run.</summary>
/// <param name="unit">What has an outcome each: customers, or reports.</param>
internal sealed class RunTally(string unit)
{
    private readonly SortedDictionary<string, long> _byStatus = new(StringComparer.Ordinal);
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public string Unit => unit;

    public long Total { get; private set; }

    public long Failed { get; private set; }

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Count(ScheduledReportResult result)
    {
        Total++;
        if (!result.Succeeded)
        {
            Failed++;
        }

        _byStatus[result.Status] = _byStatus.TryGetValue(result.Status, out var count) ? count + 1 : 1;
    }

    /// <summary>One line: <c>25 customers in 1.2 s: 23 Done, 1 LimitError, 1 NotReturned.</c></summary>
    public string Summary()
    {
        var counts = _byStatus.Select(status => $"{status.Value} {status.Key}");
        var seconds = Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return $"{Total} {Unit} in {seconds} s: {(Total == 0 ? "nothing to do" : string.Join(", ", counts))}.";
    }
}
