using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Removes the report that has an id. The same id is a different report for each customer, so customers go together only
/// where that report of each is meant. Safe to repeat: ids are not used again.
/// </summary>
internal sealed class RemoveOperation(int reportId, string reportName, RequestSender sender) : IWriteOperation
{
    private readonly ReportLookup _lookup = new(sender);

    public string ReportName => reportName;

    public string Fingerprint => $"DELETE {reportId}";

    public bool IsOfExistingReport => true;

    public ItemOutcome Exhausted { get; } = new(ResultStatus.NotDone, "the report is still there", reportId, ByReadBack: true);

    public ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids) =>
        ServiceRequest.Write(HttpMethod.Delete, "report", new ServiceQuery().Customers(ids).Add("rtid", reportId), []);

    public async Task<IReadOnlyDictionary<CustomerId, ReadBackAnswer>> ReadBackAsync(
        IReadOnlyList<CustomerId> ids,
        CancellationToken cancellationToken)
    {
        var seen = await _lookup.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        return ids.ToDictionary(id => id, id => seen.Judge(id, Judge));
    }

    private ReadBackAnswer Judge(IReadOnlyList<ScheduledReport> reports) =>
        reports.Any(report => report.ReportId == reportId)
            ? new(ReadBackFinding.ProvenAbsent)
            : new(ReadBackFinding.Confirmed, reportId);
}
