using System.Globalization;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Removes the report that has an id. The same id is a different report for each customer, so customers go together only
/// where that report of each is meant. Safe to repeat: ids are not used again.
/// </summary>
internal sealed class RemoveOperation(int reportId, string reportName) : WriteOperation
{
    public override string ReportName => reportName;

    public override int? ReportId => reportId;

    public override string Fingerprint { get; } = string.Format(CultureInfo.InvariantCulture, "DELETE {0}", reportId);

    public override ItemOutcome Exhausted { get; } = new(ResultStatus.NotDone, "the report is still there", reportId, ByReadBack: true);

    public override ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids) =>
        ServiceRequest.Write(HttpMethod.Delete, "report", new ServiceQuery().Customers(ids).Add("rtid", reportId), []);

    protected override ReadBackAnswer Judge(IReadOnlyList<ScheduledReport> reports) =>
        reports.Any(report => report.ReportId == reportId)
            ? new(ReadBackFinding.ProvenAbsent)
            : new(ReadBackFinding.Confirmed, reportId);
}
