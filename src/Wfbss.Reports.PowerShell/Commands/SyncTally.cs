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

    public long Customers { get; private set; }

    /// <summary>The customers of which anything failed.</summary>
    public long Failed { get; private set; }

    /// <summary>How often a customer has several reports of a definition's name.</summary>
    public long Duplicated { get; private set; }

    public void Count(SyncPlan plan)
    {
        Customers++;
        var results = plan.Steps.Select(step => step.Result).OfType<SyncResult>().ToArray();
        var failed = results.Count(result => !result.Succeeded);
        if (failed > 0) Failed++;
        _rehearsed += plan.Changes.Count;
        _failedReports += failed;
        Duplicated += plan.Steps.Count(step => step.IsDuplicated);
        foreach (var result in results.Where(result => result.Succeeded))
        {
            _byAction[result.Action] = _byAction.TryGetValue(result.Action, out var count) ? count + 1 : 1;
        }
    }

    /// <summary>One line: <c>200 customers in 1.2 s: 120 Created, 3 failed.</c></summary>
    public string Summary()
    {
        var changes = SyncAction.All.Where(action => action is not SyncAction.None && _byAction.ContainsKey(action));
        var parts = changes.Select(action => $"{_byAction[action]} {action}").ToList();
        if (_rehearsed > 0) parts.Add($"{_rehearsed} to change");
        if (parts.Count == 0) parts.Add("nothing to change");
        if (_failedReports > 0) parts.Add($"{_failedReports} failed");
        var seconds = _watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return $"{Customers} customer{(Customers == 1 ? "" : "s")} in {seconds} s: {string.Join(", ", parts)}.";
    }
}
