using System.Globalization;
using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Shows how far a run is: not before a second, at most four times a second, closed at the end.</summary>
internal sealed class RunProgress(Cmdlet command, string activity, string unit, int? expected)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private TimeSpan _next = First;
    private bool _isShown;

    public void Update(RunTally tally)
    {
        var elapsed = tally.Elapsed;
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + Between;
        _isShown = true;
        command.WriteProgress(RecordOf(tally, elapsed));
    }

    public void Complete()
    {
        if (!_isShown)
        {
            return;
        }

        command.WriteProgress(new ProgressRecord(Id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        _isShown = false;
    }

    // One activity of its own, so that it does not overwrite another cmdlet's.
    private static int Id => 0x5742;

    private ProgressRecord RecordOf(RunTally tally, TimeSpan elapsed)
    {
        var rate = tally.Total / elapsed.TotalSeconds;
        var known = expected is { } total ? $" of {total}" : "";
        var status = string.Format(
            CultureInfo.InvariantCulture, "{0}{1} {2}, {3} failed, {4:0.#} per second", tally.Total, known, unit, tally.Failed, rate);
        var record = new ProgressRecord(Id, activity, status);
        if (expected is not > 0)
        {
            return record;
        }

        record.PercentComplete = (int)Math.Min(100, 100 * tally.Total / expected.Value);
        if (rate > 0)
        {
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, Math.Max(0, expected.Value - tally.Total) / rate);
        }

        return record;
    }
}
