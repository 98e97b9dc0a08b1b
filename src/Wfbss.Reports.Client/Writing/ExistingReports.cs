using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Writing;

/// <summary>Leaves customers alone that have a report of the name already (<see cref="WriteRunOptions.SkipExisting"/>).</summary>
internal sealed class ExistingReports(RequestSender sender, string reportName, OutcomeRecorder ledger)
{
    private readonly ReportLookup _lookup = new(sender);

    /// <summary>Settles the customers that need no report, or of which that cannot be told.</summary>
    /// <returns>Those that are still to be written.</returns>
    public async Task<IReadOnlyList<WriteItem>> SkipAsync(IReadOnlyList<WriteItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0) return items;
        try
        {
            var seen = await _lookup.ReadAsync([.. items.Select(item => item.Id)], cancellationToken).ConfigureAwait(false);
            var outcomes = items.ToDictionary(item => item, item => OutcomeOf(item, seen));
            ledger.Settle(items.Where(item => outcomes[item] is not null), item => outcomes[item]!);
        }
        catch (WfbssException failure)
        {
            if (failure.Kind is WfbssErrorKind.AccessDenied or WfbssErrorKind.SessionClosed) ledger.Stop(failure);
            ledger.Settle(items, new ItemOutcome(ResultStatus.NotAttempted, $"its reports could not be read: {failure.Message}"));
        }

        return [.. items.Where(item => !item.IsSettled)];
    }

    private ItemOutcome? OutcomeOf(WriteItem item, LookupResult seen)
    {
        if (seen.Refused.TryGetValue(item.Id, out var why))
        {
            return new ItemOutcome(ResultStatus.NotAttempted, $"its reports could not be read: {why}");
        }

        if (!seen.Reports.TryGetValue(item.Id, out var reports))
        {
            return new ItemOutcome(ResultStatus.NotReturned, "not known to the service");
        }

        if (reports.FirstOrDefault(report => report.Name == reportName) is { } existing)
        {
            return new ItemOutcome(ResultStatus.Skipped, "there is a report of this name already", existing.ReportId);
        }

        return reports.FirstOrDefault(report => report.Name.Length == 0) is { } nameless
            ? new ItemOutcome(ResultStatus.NotAttempted, $"the service does not show the name of report {nameless.ReportId}, which may be this one")
            : null;
    }
}
