using System.Management.Automation;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>New-WfbssReportContent: makes the contents of a report from their names or numbers.</summary>
[Cmdlet(VerbsCommon.New, "WfbssReportContent", DefaultParameterSetName = ContentSet, HelpUri = HelpPages.NewWfbssReportContent)]
[OutputType(typeof(ReportContent))]
public sealed class NewWfbssReportContentCommand : WfbssCommand
{
    private const string ContentSet = "Content";
    private const string AllSet = "All";

    /// <summary>Names such as VirusSummary, or the service's numbers.</summary>
    [Parameter(ParameterSetName = ContentSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ReportContentCompleter))]
    [ReportContentTransformation]
    public ReportContent[]? Content { get; set; }

    /// <summary>Makes every content that there is.</summary>
    [Parameter(ParameterSetName = AllSet, Mandatory = true)]
    [SwitchTransformation]
    public SwitchParameter All { get; set; }

    private protected override void Process()
    {
        foreach (var content in All ? ReportContent.All : Content ?? [])
        {
            if (content.IsKnown)
            {
                WriteObject(content);
            }
            else
            {
                WriteError(ErrorRecords.BadValue(nameof(Content), content.Number, "the specification has no content of this number; New-WfbssReportContent -All lists them."));
            }
        }
    }
}
