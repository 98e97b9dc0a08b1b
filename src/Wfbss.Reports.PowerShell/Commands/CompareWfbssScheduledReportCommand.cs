using System.Globalization;
using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Compare-WfbssScheduledReport: tells for each customer and definition whether the report is as it should be. It sends only reads.</summary>
[Cmdlet(VerbsData.Compare, "WfbssScheduledReport", DefaultParameterSetName = CustomerSet, HelpUri = HelpPages.CompareWfbssScheduledReport)]
[OutputType(typeof(ReportComparison))]
public sealed class CompareWfbssScheduledReportCommand : DesiredStateCommand
{
    private readonly Dictionary<string, long> _counts = [];

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid. Without any, all customers.</summary>
    [Parameter(ParameterSetName = CustomerSet, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = DefinitionSet)]
    [Alias("Id", "cid")]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public override CustomerReference[]? CustomerId { get; set; }

    /// <summary>Writes also the reports that no definition names.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter IncludeUnmanaged { get; set; }

    // Definitions may come from a pipeline; then customers cannot.
    private protected override bool MeansAll => ParameterSetName == DefinitionSet
        ? !MyInvocation.BoundParameters.ContainsKey(nameof(CustomerId))
        : Inputs.MeansAll;

    private protected override int PortionSize => ThrottleLimit * CustomerIds.MostPerCall;

    private protected override void Work(DesiredState desired, IReadOnlyList<CustomerReports> customers)
    {
        foreach (var customer in customers)
        {
            foreach (var comparison in desired.Compare(customer))
            {
                Write(comparison);
            }

            if (IncludeUnmanaged)
            {
                foreach (var comparison in desired.Unmanaged(customer))
                {
                    Write(comparison);
                }
            }

            if (customer.Failure is not null)
            {
                WriteError(ErrorRecords.For(customer.ToResult(NamesOf(desired))));
            }
        }
    }

    private protected override void Summarize()
    {
        var counts = ReportState.All.Where(_counts.ContainsKey).Select(state => string.Format(CultureInfo.InvariantCulture, "{0} {1}", _counts[state], state));
        WriteVerbose(_counts.Count == 0 ? "There was nothing to compare." : $"Compared: {string.Join(", ", counts)}.");
    }

    private void Write(ReportComparison comparison)
    {
        _counts[comparison.State] = _counts.TryGetValue(comparison.State, out var count) ? count + 1 : 1;
        WriteObject(comparison);
    }

    private static string NamesOf(DesiredState desired) => string.Join("', '", desired.Definitions.Select(definition => definition.Name));
}
