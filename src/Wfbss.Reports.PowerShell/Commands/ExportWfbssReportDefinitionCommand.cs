using System.Management.Automation;
using Wfbss.Reports.Definitions.Files;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Files;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Export-WfbssReportDefinition: writes definitions to a file, from which Import-WfbssReportDefinition reads the same.</summary>
[Cmdlet(VerbsData.Export, "WfbssReportDefinition", DefaultParameterSetName = "Path", SupportsShouldProcess = true, HelpUri = HelpPages.ExportWfbssReportDefinition)]
[OutputType(typeof(FileInfo))]
public sealed class ExportWfbssReportDefinitionCommand : WfbssCommand, IOutputFileParameters
{
    private readonly List<ReportDefinition> _definitions = [];

    /// <summary>The definitions: one makes a file with an object, several make one with a list.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [DefinitionTransformation]
    public ReportDefinition[]? Definition { get; set; }

    /// <summary>The file to write; one that is there is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    [TextTransformation]
    public string? Path { get; set; }

    /// <summary>Leaves a file alone that is there already, with an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    [SwitchTransformation]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Replaces also a file that is read-only.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file as an object.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => _definitions.AddRange(Definition ?? []);

    private protected override void End()
    {
        var bytes = DefinitionFile.Write(_definitions);
        OutputFile.Open(this)?.Write(stream => stream.Write(bytes, 0, bytes.Length));
    }
}
