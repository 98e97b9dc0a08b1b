using System.Diagnostics;
using System.Globalization;
using Wfbss.Reports.Planning;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Counts what a sync did.</summary>
internal sealed class SyncTally
{
    private readonly Dictionary<string, long> _byAction = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _failedReports;
    private long _rehearsed;
    private string? _lastFailed;

    public long Customers { get; private set; }

    /// <summary>The customers of which anything failed.</summary>
    public long Failed { get; private set; }

    /// <summary>How often a customer has several reports of a definition's name.</summary>
    public long Duplicated { get; private set; }

    /// <summary>Counts a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isRehearsal">Whether its changes come to nothing.</param>
    public void Count(SyncPlan plan, bool isRehearsal)
    {
        Customers++;
        if (isRehearsal)
        {
            _rehearsed += plan.Changes.Count;
        }

        Duplicated += plan.Steps.Count(step => step.IsDuplicated);
    }

    /// <summary>Counts a result. Those of one customer come one after the other.</summary>
    public void Count(ScheduledReportResult result)
    {
        if (!result.Succeeded)
        {
            _failedReports++;
            if (result.CustomerId != _lastFailed)
            {
                Failed++;
            }

            _lastFailed = result.CustomerId;
        }
        else if (result is SyncResult { Action: var action })
        {
            _byAction[action] = _byAction.TryGetValue(action, out var count) ? count + 1 : 1;
        }
    }

    /// <summary>One line: <c>200 customers in 1.2 s: 120 Created, 3 failed.</c></summary>
    public string Summary()
    {
        var changes = SyncAction.All.Where(action => action is not SyncAction.None && _byAction.ContainsKey(action));
        var parts = changes.Select(action => $"{_byAction[action]} {action}").ToList();
        if (_rehearsed > 0)
        {
            parts.Add($"{_rehearsed} to change");
        }

        if (parts.Count == 0)
        {
            parts.Add("nothing to change");
        }

        if (_failedReports > 0)
        {
            parts.Add($"{_failedReports} failed");
        }

        var seconds = _watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return $"{Customers} customer{(Customers == 1 ? "" : "s")} in {seconds} s: {string.Join(", ", parts)}.";
    }
}
