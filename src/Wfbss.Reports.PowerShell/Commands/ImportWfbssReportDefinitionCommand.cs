using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Definitions.Files;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// Import-WfbssReportDefinition: reads definitions from files. If any file has a mistake, all mistakes come out as errors,
/// and no definition: a part of what is wanted must not pass for all of it, least of all where the rest is removed.
/// </summary>
[Cmdlet(VerbsData.Import, "WfbssReportDefinition", DefaultParameterSetName = PathSet, HelpUri = HelpPages.ImportWfbssReportDefinition)]
[OutputType(typeof(ReportDefinition))]
public sealed class ImportWfbssReportDefinitionCommand : DefinitionFileCommand
{
    private readonly List<ReportDefinition> _definitions = [];

    private protected override void Take(DefinitionFileContent content)
    {
        foreach (var problem in content.Problems)
        {
            Note(ErrorRecords.For(problem));
        }

        _definitions.AddRange(content.Definitions);
    }

    private protected override void End()
    {
        if (HasFailed)
        {
            if (_definitions.Count > 0)
            {
                WriteWarning($"No definition comes out, not even those that are right ({_definitions.Count}): a part must not pass for the whole.");
            }

            return;
        }

        foreach (var definition in _definitions)
        {
            foreach (var warning in DefinitionRules.Warnings(definition))
            {
                WriteWarning(warning);
            }

            WriteObject(definition);
        }
    }
}
