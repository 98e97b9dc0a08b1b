namespace Wfbss.Reports.Overview;

/// <summary>The last result of each customer and report, handed out once each.</summary>
internal sealed class LastResults
{
    private readonly Dictionary<string, List<ScheduledReportResult>> _byCustomer = new(StringComparer.OrdinalIgnoreCase);

    public LastResults(IEnumerable<ScheduledReportResult> results)
    {
        foreach (var result in results)
        {
            var id = CustomerIds.Normalise(result.CustomerId);
            if (!_byCustomer.TryGetValue(id, out var known))
            {
                _byCustomer[id] = known = [];
            }

            known.RemoveAll(earlier => IsSameReport(earlier, result.ReportName, result.ReportId));
            known.Add(result);
        }
    }

    /// <summary>The last result that is about a report of a customer, if it did not succeed.</summary>
    public ScheduledReportResult? TakeFailure(string customerId, ScheduledReport report)
    {
        if (!_byCustomer.TryGetValue(customerId, out var results))
        {
            return null;
        }

        var found = results.FindLast(result => IsSameReport(result, report.Name, report.ReportId));
        if (found is not null)
        {
            results.Remove(found);
        }

        return found is { Succeeded: false } ? found : null;
    }

    /// <summary>What is left of a customer: failures about reports that it does not have.</summary>
    public IReadOnlyList<ScheduledReportResult> TakeFailures(string customerId)
    {
        if (!_byCustomer.TryGetValue(customerId, out var results))
        {
            return [];
        }

        _byCustomer.Remove(customerId);
        return results.FindAll(result => !result.Succeeded);
    }

    /// <summary>What is left of all customers.</summary>
    public IReadOnlyList<ScheduledReportResult> TakeFailures() => [.. _byCustomer.Keys.ToArray().SelectMany(TakeFailures)];

    // By id where both have one: a customer may have two reports of the same name.
    private static bool IsSameReport(ScheduledReportResult result, string name, int? reportId) =>
        result.ReportId is { } one && reportId is { } other
            ? one == other
            : string.Equals(result.ReportName, name, StringComparison.OrdinalIgnoreCase);
}
