using System.Management.Automation;
using Wfbss.Reports.Definitions.Files;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Export-WfbssReportDefinition: writes definitions to a file, from which Import-WfbssReportDefinition reads the same.</summary>
[Cmdlet(VerbsData.Export, "WfbssReportDefinition", DefaultParameterSetName = "Path", SupportsShouldProcess = true, HelpUri = HelpPages.ExportWfbssReportDefinition)]
[OutputType(typeof(FileInfo))]
public sealed class ExportWfbssReportDefinitionCommand : WfbssCommand
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
    public string? Path { get; set; }

    /// <summary>Leaves a file alone that is there already, with an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Replaces also a file that is read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file as an object.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => _definitions.AddRange(Definition ?? []);

    private protected override void End()
    {
        var bytes = DefinitionFile.Write(_definitions);
        var file = new FileInfo(GetUnresolvedProviderPathFromPSPath(Path));
        if (NoClobber && file.Exists)
        {
            Fail(ErrorRecords.FileExists(file.FullName));
        }

        if (!ShouldProcess(file.FullName, MyInvocation.MyCommand.Name))
        {
            return;
        }

        try
        {
            if (Force && file is { Exists: true, IsReadOnly: true })
            {
                file.IsReadOnly = false;
            }

            File.WriteAllBytes(file.FullName, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(ErrorRecords.UnwritableFile(file.FullName, exception));
        }

        file.Refresh();
        if (PassThru)
        {
            WriteObject(file);
        }
    }
}
