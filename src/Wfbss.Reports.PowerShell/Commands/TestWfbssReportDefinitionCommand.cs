using System.Management.Automation;
using Wfbss.Reports.Definitions.Files;
using Wfbss.Reports.PowerShell.Binding;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Test-WfbssReportDefinition: tells whether files or definitions are right, or what is wrong with them.</summary>
[Cmdlet(VerbsDiagnostic.Test, "WfbssReportDefinition", DefaultParameterSetName = PathSet, HelpUri = HelpPages.TestWfbssReportDefinition)]
[OutputType(typeof(bool), typeof(DefinitionFileProblem))]
public sealed class TestWfbssReportDefinitionCommand : DefinitionFileCommand
{
    /// <summary>The definitions, as New-WfbssReportDefinition makes them.</summary>
    [Parameter(ParameterSetName = "Definition", Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [DefinitionTransformation]
    public ReportDefinition[]? Definition { get; set; }

    /// <summary>Writes what is wrong, with file, line and property, instead of true or false.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter Detailed { get; set; }

    private protected override void Process()
    {
        base.Process();
        foreach (var definition in Definition ?? [])
        {
            Answer(DefinitionFile.Check(definition));
        }
    }

    private protected override void Take(DefinitionFileContent content) => Answer(content.Problems);

    private void Answer(IReadOnlyList<DefinitionFileProblem> problems)
    {
        if (Detailed)
        {
            WriteObject(problems, enumerateCollection: true);
        }
        else
        {
            WriteObject(problems.Count == 0);
        }
    }
}
