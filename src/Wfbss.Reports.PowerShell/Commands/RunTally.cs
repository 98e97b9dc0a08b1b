using System.Diagnostics;
using System.Globalization;
using Wfbss.Reports.Planning;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Counts the outcomes of a run. The results of one customer come one after the other.</summary>
internal sealed class RunTally
{
    private const string Unchanged = "unchanged";

    private readonly SortedDictionary<string, long> _byOutcome = new(StringComparer.Ordinal);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _customers;
    private long _toChange;
    private string? _last;
    private string? _lastFailed;

    /// <summary>How many results there were.</summary>
    public long Total { get; private set; }

    /// <summary>How many of them failed.</summary>
    public long Failed { get; private set; }

    /// <summary>The customers of which anything failed.</summary>
    public long FailedCustomers { get; private set; }

    /// <summary>How many customers there were.</summary>
    public long Customers => _customers;

    /// <summary>How long it has taken so far.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Counts a result.</summary>
    public void Count(ScheduledReportResult result)
    {
        Total++;
        // What is not an id may be empty, and is somebody each time.
        _customers += result.CustomerId == _last && result.Status != ResultStatus.InvalidId ? 0 : 1;
        _last = result.CustomerId;
        if (!result.Succeeded && !ItemOutcome.IsDeclined(result))
        {
            Failed++;
            FailedCustomers += result.CustomerId == _lastFailed ? 0 : 1;
            _lastFailed = result.CustomerId;
        }

        var outcome = OutcomeOf(result);
        _byOutcome[outcome] = _byOutcome.TryGetValue(outcome, out var count) ? count + 1 : 1;
    }

    /// <summary>Counts a plan that is only rehearsed.</summary>
    public void CountRehearsal(SyncPlan plan)
    {
        _customers++;
        _toChange += plan.Changes.Count;
    }

    /// <summary>One line: <c>5,000 customers in 20.9 s: 4,980 Done, 20 LimitError.</c></summary>
    public string Summary()
    {
        var counts = _byOutcome.Select(outcome => $"{Number(outcome.Value)} {outcome.Key}").ToList();
        if (counts.Count == 0 || _byOutcome.Keys.All(outcome => outcome == Unchanged))
        {
            counts = [_byOutcome.Count == 0 ? "nothing to do" : "nothing to change"];
        }

        if (_toChange > 0)
        {
            counts = [.. counts.Where(count => count != "nothing to do"), $"{Number(_toChange)} to change"];
        }

        var customers = $"{Number(_customers)} customer{(_customers == 1 ? "" : "s")}";
        var reports = Total > _customers ? $", {Number(Total)} reports" : "";
        var seconds = Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return $"{customers} in {seconds} s{reports}: {string.Join(", ", counts)}.";
    }

    // What a sync did says more than that it was done.
    private static string OutcomeOf(ScheduledReportResult result) => result switch
    {
        SyncResult { Succeeded: true, Action: SyncAction.None } => Unchanged,
        SyncResult { Succeeded: true, Action: var action } => action,
        _ when ItemOutcome.IsDeclined(result) => "declined",
        _ => result.Status,
    };

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
