using System.Management.Automation;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Get-WfbssReportContent: lists what a report can contain.</summary>
[Cmdlet(VerbsCommon.Get, "WfbssReportContent", HelpUri = HelpPages.GetWfbssReportContent)]
[OutputType(typeof(ReportContent))]
public sealed class GetWfbssReportContentCommand : WfbssCommand
{
    /// <summary>Names or titles; wildcards are allowed. Without any, all contents.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReportContentCompleter))]
    [TextTransformation(IsList = true)]
    public string[]? Name { get; set; }

    private protected override void Process()
    {
        if (Name is null)
        {
            WriteObject(ReportContent.All, enumerateCollection: true);
            return;
        }

        foreach (var name in Name)
        {
            var choice = NameFilter.Of([name])![0];
            ReportContent[] found =
            [
                .. ReportContent.All.Where(content => choice.IsNamed(content.Name) || choice.IsNamed(content.Title)
                    || choice.IsMatch(content.Name) || choice.IsMatch(content.Title)),
            ];
            WriteObject(found, enumerateCollection: true);
            if (found.Length == 0 && !choice.IsPattern)
            {
                WriteError(ErrorRecords.ContentNotFound(name));
            }
        }
    }
}
