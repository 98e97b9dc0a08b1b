using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>New-WfbssReportDefinition: makes the settings of a report as an object, with the parameters of New-WfbssScheduledReport.</summary>
[Cmdlet(VerbsCommon.New, "WfbssReportDefinition", DefaultParameterSetName = ReportSettingsCommand.WeeklySet, HelpUri = HelpPages.NewWfbssReportDefinition)]
[OutputType(typeof(ReportDefinition))]
public sealed class NewWfbssReportDefinitionCommand : WfbssCommand, IDynamicParameters
{
    /// <summary>The settings of a report, as New-WfbssScheduledReport declares them.</summary>
    public object GetDynamicParameters() => ReportSettingsCommand.Parameters();

    private protected override void End()
    {
        var settings = new CustomerSettings(MyInvocation.BoundParameters);
        if (settings.HasScripts)
        {
            Fail(ErrorRecords.BadValue("Recipient and the like", "{...}", "a script block needs a customer; give it to New-WfbssScheduledReport."));
        }

        var name = (string)MyInvocation.BoundParameters[nameof(ReportDefinition.Name)];
        WantedReports.Require(name, settings.Given);
        var definition = ReportSettings.ToDefinition(name, settings.Given);
        DefinitionRules.Check(definition);
        foreach (var warning in DefinitionRules.Warnings(definition))
        {
            WriteWarning(warning);
        }

        WriteObject(definition);
    }
}
