using Wfbss.Reports.Definitions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>Creates a report. Not idempotent: the service makes a second one when it is asked twice.</summary>
internal sealed class CreateOperation : WriteOperation
{
    private readonly ReportDefinition _definition;
    private readonly byte[] _body;

    public CreateOperation(ReportDefinition definition)
    {
        _definition = definition;
        _body = ReportBody.Write(definition);
        Fingerprint = ReportBody.Hash(_body);
    }

    /// <summary>What the report is to be.</summary>
    public ReportDefinition Definition => _definition;

    public override string ReportName => _definition.Name;

    public override string Fingerprint { get; }

    public override bool IsOfExistingReport => false;

    public override ItemOutcome Exhausted { get; } = new(ResultStatus.NotDone, "there is no report", ByReadBack: true);

    public override ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids) =>
        ServiceRequest.Write(HttpMethod.Post, "report", new ServiceQuery().Customers(ids), _body);

    protected override ReadBackAnswer Judge(IReadOnlyList<ScheduledReport> reports)
    {
        var namesakes = reports.Where(report => report.Name == _definition.Name).ToArray();
        var same = namesakes.Where(IsSame).ToArray();
        if (same.Length > 0)
        {
            return new(ReadBackFinding.Confirmed, same.Max(report => report.ReportId));
        }

        // A namesake that has run is older than this write. One that has not may be this very write, with settings
        // that the service shows in another way: sending again would risk a second report.
        var maybe = namesakes.FirstOrDefault(report => report.RunCount is null or 0 || DifferencesOf(report).Count == 0)
            ?? reports.FirstOrDefault(report => report.Name.Length == 0);
        return maybe is null ? new(ReadBackFinding.ProvenAbsent) : new(ReadBackFinding.Unclear, maybe.ReportId, WhyUnclear(maybe));
    }

    // A report of which next to nothing is shown differs in nothing, and yet is not known to be the same.
    private bool IsSame(ScheduledReport report) =>
        report.Schedule is not null && DifferencesOf(report).Count == 0;

    private IReadOnlyList<PropertyDifference> DifferencesOf(ScheduledReport report) => DefinitionComparison.Differences(_definition, report);

    private string WhyUnclear(ScheduledReport report)
    {
        if (report.Name.Length == 0)
        {
            return $"the name of report {report.ReportId} is not shown";
        }

        var differences = DifferencesOf(report);
        return differences.Count == 0
            ? $"report {report.ReportId} has the same name, and its schedule is not shown"
            : $"report {report.ReportId} has the same name, has never run, and differs: {string.Join("; ", differences)}";
    }
}
