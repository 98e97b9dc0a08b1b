using System.Management.Automation;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Files;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Get-WfbssJournal: shows the records of a journal as objects.</summary>
[Cmdlet(VerbsCommon.Get, "WfbssJournal", HelpUri = HelpPages.GetWfbssJournal)]
[OutputType(typeof(JournalRecord))]
public sealed class GetWfbssJournalCommand : WfbssCommand
{
    /// <summary>The journal's file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("JournalPath", "FullName")]
    [ValidateNotNullOrEmpty]
    [TextTransformation(LeavesObjects = true)]
    public string? Path { get; set; }

    /// <summary>Only outcomes with one of these statuses.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResultStatusCompleter))]
    [ValidateNotNullOrEmpty]
    [TextTransformation(IsList = true)]
    public string[]? Status { get; set; }

    private protected override void Process()
    {
        foreach (var record in JournalReader.ReadFile(FilePath.Resolve(this, nameof(Path), Path!)))
        {
            StopToken.ThrowIfCancellationRequested();
            if (Status is null || Status.Contains(record.Status, StringComparer.OrdinalIgnoreCase))
            {
                WriteObject(record);
            }
        }
    }
}
