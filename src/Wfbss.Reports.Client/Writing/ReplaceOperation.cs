using System.Globalization;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// Replaces all settings of the report that has an id. The same id is a different report for each customer, so customers
/// go together only where that report of each is meant. Safe to repeat.
/// </summary>
internal sealed class ReplaceOperation : WriteOperation
{
    private readonly ReportDefinition _definition;
    private readonly int _reportId;
    private readonly byte[] _body;

    /// <param name="definition">The settings.</param>
    /// <param name="reportId">The report's id.</param>
    /// <param name="isVisible">
    /// Whether reading can tell the report after it from the report before it. It cannot where all that changes is
    /// something that the service does not show, such as the contents: then a lost answer is only made good by sending again.
    /// </param>
    /// <param name="knownAs">The report's present name; <see langword="null"/> if it keeps it.</param>
    public ReplaceOperation(ReportDefinition definition, int reportId, bool isVisible, string? knownAs = null)
    {
        _definition = definition;
        _reportId = reportId;
        IsVisible = isVisible;
        _body = ReportBody.Write(definition);
        KnownAs = knownAs ?? definition.Name;
        Fingerprint = string.Format(CultureInfo.InvariantCulture, "PUT {0} {1}", reportId, ReportBody.Hash(_body));
        Exhausted = isVisible
            ? new(ResultStatus.NotDone, "the report does not have the settings that were sent", reportId, ByReadBack: true)
            : new(ResultStatus.Unknown, "the service does not show what was changed", reportId);
    }

    public override string ReportName => _definition.Name;

    public override string KnownAs { get; }

    public override int? ReportId => _reportId;

    public override string Fingerprint { get; }

    public override bool IsVisible { get; }

    public override ItemOutcome Exhausted { get; }

    public override ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids) =>
        ServiceRequest.Write(HttpMethod.Put, "report", new ServiceQuery().Customers(ids).Add("rtid", _reportId), _body);

    protected override ReadBackAnswer Judge(IReadOnlyList<ScheduledReport> reports)
    {
        if (reports.FirstOrDefault(report => report.ReportId == _reportId) is not { } report)
        {
            return new(ReadBackFinding.ReportGone, _reportId);
        }

        // A replace is carried out whole, so one setting that is seen to have changed confirms those that are not shown.
        return IsVisible && DefinitionComparison.Differences(_definition, report).Count == 0
            ? new(ReadBackFinding.Confirmed, _reportId)
            : new(ReadBackFinding.ProvenAbsent);
    }
}
