using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>New-WfbssScheduledReport: creates a scheduled report for any number of customers.</summary>
[Cmdlet(
    VerbsCommon.New,
    "WfbssScheduledReport",
    DefaultParameterSetName = WeeklySet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.NewWfbssScheduledReport)]
[OutputType(typeof(ScheduledReportResult))]
public sealed class NewWfbssScheduledReportCommand : ReportSettingsCommand
{
    private const string DefinitionSet = "Definition";
    private ReportDefinition? _definition;
    private string? _body;

    /// <summary>The settings as one object.</summary>
    [Parameter(ParameterSetName = DefinitionSet, Mandatory = true)]
    [ValidateNotNull]
    public ReportDefinition? Definition { get; set; }

    /// <summary>Leaves customers alone that have a report of this name already.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    private protected override bool SkipsExisting => SkipExisting;

    private protected override string Body => _body ??= ReportBody.WriteText(_definition!);

    private protected override string Describe(int customers) =>
        $"Create the report '{_definition!.Name}' for {customers} customer{(customers == 1 ? "" : "s")}";

    private protected override WriteRun StartRun(WriteRunOptions options)
    {
        _definition = Definition ?? DefinitionOfParameters();
        DefinitionRules.Check(_definition);
        foreach (var warning in DefinitionRules.Warnings(_definition))
        {
            WriteWarning(warning);
        }

        return WriteRun.Create(CurrentSession, _definition, options, Log);
    }
}
