using Wfbss.Reports.Definitions;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Replaces all settings of the report that has an id. The same id is a different report for each customer, so customers
/// go together only where that report of each is meant. Safe to repeat.
/// </summary>
/// <param name="definition">The settings.</param>
/// <param name="reportId">The report's id.</param>
/// <param name="sender">What it is sent with.</param>
/// <param name="isVisible">
/// Whether reading can tell the report after it from the report before it. It cannot where all that changes is something
/// that the service does not show, such as the contents: then a lost answer is only made good by sending again.
/// </param>
internal sealed class ReplaceOperation(ReportDefinition definition, int reportId, RequestSender sender, bool isVisible)
    : IWriteOperation
{
    private readonly ReportLookup _lookup = new(sender);
    private readonly byte[] _body = ReportBody.Write(definition);

    public string ReportName => definition.Name;

    public string Fingerprint => $"PUT {reportId} {ReportBody.Hash(_body)}";

    public bool IsOfExistingReport => true;

    public ItemOutcome Exhausted { get; } = isVisible
        ? new(ResultStatus.NotDone, "the report does not have the settings that were sent", reportId, ByReadBack: true)
        : new(ResultStatus.Unknown, "the service does not show what was changed", reportId);

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

        // A replace is carried out whole, so one setting that is seen to have changed confirms those that are not shown.
        return isVisible && DefinitionComparison.Differences(definition, report).Count == 0
            ? new(ReadBackFinding.Confirmed, reportId)
            : new(ReadBackFinding.ProvenAbsent);
    }
}
