using Wfbss.Reports.Definitions;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Planning;

/// <summary>The reports that every customer is to have. Reports are known by their names, in exact spelling.</summary>
internal sealed class DesiredState
{
    private readonly HashSet<string> _names;

    /// <summary>Takes definitions of reports, each with a name of its own.</summary>
    /// <exception cref="WfbssException">There is none, one is invalid, or a name is there twice.</exception>
    public DesiredState(IEnumerable<ReportDefinition> definitions)
    {
        Definitions = [.. definitions];
        // An import that failed is not a wish for no reports: without a definition, every report would be unmanaged.
        if (Definitions.Count == 0)
        {
            throw new WfbssException(
                WfbssErrorKind.InvalidDefinition,
                "There is no definition to hold reports against.",
                "Look at the errors of Import-WfbssReportDefinition, or whether its path matches a file. Nothing was sent.");
        }

        foreach (var definition in Definitions)
        {
            DefinitionRules.Check(definition);
        }

        _names = new HashSet<string>(Definitions.Select(definition => definition.Name), StringComparer.Ordinal);
        if (_names.Count == Definitions.Count)
        {
            return;
        }

        var twice = Definitions.GroupBy(definition => definition.Name).First(group => group.Count() > 1).Key;
        throw new WfbssException(
            WfbssErrorKind.InvalidDefinition,
            $"Several definitions have the name '{twice}', and reports are known by their names.",
            "Give each definition a name of its own. Nothing was sent.");
    }

    /// <summary>The definitions.</summary>
    public IReadOnlyList<ReportDefinition> Definitions { get; }

    /// <summary>How a customer's reports compare with each definition.</summary>
    internal IEnumerable<ReportComparison> Compare(CustomerReports customer) =>
        Definitions.Select(definition => Compare(customer, definition));

    /// <summary>The customer's reports that no definition names.</summary>
    internal IEnumerable<ReportComparison> Unmanaged(CustomerReports customer) =>
        customer.Reports.Where(report => !_names.Contains(report.Name)).Select(report => new ReportComparison
        {
            CustomerId = customer.CustomerId,
            CustomerName = customer.Name,
            ReportName = report.Name,
            State = ReportState.Unmanaged,
            ReportId = report.ReportId,
            ReportIds = IdsOf([report]),
        });

    private static ReportComparison Compare(CustomerReports customer, ReportDefinition definition)
    {
        var namesakes = customer.Reports
            .Where(report => report.Name == definition.Name)
            .OrderBy(report => report.ReportId)
            .ToArray();
        // Of those that differ in nothing the one of which most is shown: one that shows next to nothing differs in nothing.
        var compared = namesakes
            .Where(report => DifferencesOf(definition, report).Count == 0)
            .OrderBy(report => DefinitionComparison.NotCompared(definition, report).Count)
            .FirstOrDefault() ?? namesakes.FirstOrDefault();
        var differences = DifferencesOf(definition, compared);
        return new ReportComparison
        {
            CustomerId = customer.CustomerId,
            CustomerName = customer.Name,
            ReportName = definition.Name,
            State = StateOf(customer, namesakes.Length, differences.Count),
            ReportId = compared?.ReportId,
            ReportIds = IdsOf(namesakes),
            Differences = differences,
            NotCompared = compared is null ? [] : DefinitionComparison.NotCompared(definition, compared),
            Message = customer.Failure?.Message ?? "",
            Definition = definition,
        };
    }

    private static string StateOf(CustomerReports customer, int namesakes, int differences) => namesakes switch
    {
        _ when customer.Failure is { Status: ResultStatus.NotReturned } => ReportState.NotReturned,
        _ when customer.Failure is not null => ReportState.Failed,
        0 => ReportState.Missing,
        1 => differences == 0 ? ReportState.Same : ReportState.Different,
        _ => ReportState.Duplicated,
    };

    private static IReadOnlyList<PropertyDifference> DifferencesOf(ReportDefinition definition, ScheduledReport? report) =>
        report is null ? [] : DefinitionComparison.Differences(definition, report);

    private static int[] IdsOf(IEnumerable<ScheduledReport> reports) => [.. reports.Select(report => report.ReportId).OfType<int>()];
}
