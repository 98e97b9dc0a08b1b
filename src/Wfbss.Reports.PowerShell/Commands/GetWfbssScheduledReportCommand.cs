using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Get-WfbssScheduledReport: reads the reports that customers have.</summary>
[Cmdlet(VerbsCommon.Get, "WfbssScheduledReport", HelpUri = HelpPages.GetWfbssScheduledReport)]
[OutputType(typeof(ScheduledReport))]
public sealed class GetWfbssScheduledReportCommand : ReportSelectionCommand
{
    private protected override bool AllByDefault => true;

    private protected override void Work(IReadOnlyList<ReportSelection> selections)
    {
        foreach (var selection in selections)
        {
            foreach (var report in selection.Reports)
            {
                WriteObject(report);
            }
            // That a customer has no report of a name is an answer; that it has none of an id is a mistake.
            if (selection.Customer.Failure is not null)
            {
                WriteError(ErrorRecords.NotRead(selection.Customer));
            }
            else if (selection is { Reports.Count: 0, Wanted: null, IsOfReport: true })
            {
                WriteError(ErrorRecords.NoReportId(selection.Customer));
            }
            else if (selection.Reports.Count == 0 && selection.Missing.Count > 0 && Name is null)
            {
                WriteError(ErrorRecords.ReportNotFound(selection));
            }
        }
    }
}
