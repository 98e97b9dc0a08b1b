using System.Management.Automation;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.Reports;
using Wfbss.Reports.Reports.Files;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Import-WfbssReportDefinition: reads definitions from files. A file with a mistake gives all its mistakes and no definition.</summary>
[Cmdlet(VerbsData.Import, "WfbssReportDefinition", DefaultParameterSetName = PathSet)]
[OutputType(typeof(ReportDefinition))]
public sealed class ImportWfbssReportDefinitionCommand : DefinitionFileCommand
{
    private protected override void Take(DefinitionFileContent content)
    {
        foreach (var problem in content.Problems) WriteError(CommandErrors.Of(problem));
        foreach (var definition in content.Definitions)
        {
            foreach (var warning in DefinitionRules.Warnings(definition)) WriteWarning(warning);
            WriteObject(definition);
        }
    }
}
