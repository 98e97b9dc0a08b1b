using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Engine;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>New-WfbssReportDefinition: makes the settings of a report as an object, with the parameters of New-WfbssScheduledReport.</summary>
[Cmdlet(VerbsCommon.New, "WfbssReportDefinition", DefaultParameterSetName = ReportSettingsCommand.WeeklySet, HelpUri = HelpPages.NewWfbssReportDefinition)]
[OutputType(typeof(ReportDefinition))]
public sealed class NewWfbssReportDefinitionCommand : WfbssCommand, IDynamicParameters
{
    /// <summary>The settings of a report, as New-WfbssScheduledReport declares them.</summary>
    public object GetDynamicParameters() => ReportSettings.Parameters();

    private protected override void End()
    {
        var definition = ReportSettings.ToDefinition(ParameterSetName, MyInvocation.BoundParameters);
        DefinitionRules.Check(definition);
        foreach (var warning in DefinitionRules.Warnings(definition))
        {
            WriteWarning(warning);
        }

        WriteObject(definition);
    }
}
