using Wfbss.Reports.Customers;
using Wfbss.Reports.Reports;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Replaces all settings of the report that has an id. The same id is a different report for each customer, so customers
/// go together only where that report of each is meant. Safe to repeat.
/// </summary>
internal sealed class ReplaceOperation(ReportDefinition definition, int reportId, RequestSender sender) : IWriteOperation
{
    private readonly ReportLookup _lookup = new(sender);
    private readonly byte[] _body = ReportBody.Write(definition);

    public string ReportName => definition.Name;

    public string Fingerprint => $"PUT {reportId} {ReportBody.Hash(_body)}";

    public ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids) =>
        ServiceRequest.Write(HttpMethod.Put, "report", new ServiceQuery().Customers(ids).Add("rtid", reportId), _body);

    public async Task<IReadOnlyDictionary<CustomerId, ReadBackAnswer>> ReadBackAsync(
        IReadOnlyList<CustomerId> ids,
        CancellationToken cancellationToken)
    {
        var seen = await _lookup.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        return ids.ToDictionary(id => id, id => seen.Judge(id, Judge));
    }

    private ReadBackAnswer Judge(IReadOnlyList<ScheduledReport> reports)
    {
        if (reports.FirstOrDefault(report => report.ReportId == reportId) is not { } report)
        {
            return new(ReadBackFinding.ReportGone, reportId);
        }

        // What the service does not show cannot confirm the write; sending it again does no harm.
        return DefinitionComparison.Differences(definition, report).Count == 0
            && DefinitionComparison.NotCompared(definition, report).Count == 0
                ? new(ReadBackFinding.Confirmed, reportId)
                : new(ReadBackFinding.ProvenAbsent);
    }
}
