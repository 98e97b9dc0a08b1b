using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Get-WfbssScheduledReport: reads the reports that customers have.</summary>
[Cmdlet(VerbsCommon.Get, "WfbssScheduledReport", HelpUri = HelpPages.GetWfbssScheduledReport)]
[OutputType(typeof(ScheduledReport))]
public sealed class GetWfbssScheduledReportCommand : ReportSelectionCommand
{
    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid. Without any, all customers.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Id", "cid")]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public override CustomerReference[]? CustomerId { get; set; }

    private protected override ReportChooser MakeChooser() => new() { Names = NameFilter.Of(Name), AllByDefault = true };

    private protected override void End()
    {
        if (Inputs.MeansAll)
        {
            WriteAll(
                new CustomerReader(CurrentSession, Log).ListAsync(),
                customer => Take([CustomerReference.FromObject(customer)]));
        }

        base.End();
    }

    private protected override void Work(IReadOnlyList<ReportSelection> selections)
    {
        foreach (var selection in selections)
        {
            foreach (var report in selection.Reports)
            {
                RememberedSessions.Remember(report, CurrentSession);
                WriteObject(report);
            }

            if (ErrorOf(selection) is { } error)
            {
                WriteError(error);
            }
        }
    }

    // That a customer has no report of a name is an answer; that it has none of an id is a mistake.
    private ErrorRecord? ErrorOf(ReportSelection selection) => selection switch
    {
        { Customer.Failure: not null } => ErrorRecords.NotRead(selection.Customer),
        { Mistake: { } mistake } => ErrorRecords.NotTaken(selection.Customer, mistake),
        { Reports.Count: 0, Wanted: null, IsOfReport: true } => ErrorRecords.NoReportId(selection.Customer),
        { Reports.Count: 0, Missing.Count: > 0 } when Name is null => ErrorRecords.ReportNotFound(selection),
        _ => null,
    };
}
