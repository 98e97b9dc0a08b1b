using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Remove-WfbssScheduledReport: removes reports, by name, by id, or piped in.</summary>
[Cmdlet(VerbsCommon.Remove, "WfbssScheduledReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, HelpUri = HelpPages.RemoveWfbssScheduledReport)]
[OutputType(typeof(ScheduledReportResult))]
public sealed class RemoveWfbssScheduledReportCommand : EditCommand
{
    /// <summary>Removes without asking.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter Force { get; set; }

    private protected override ReportChooser MakeChooser() => new() { Names = NameFilter.Of(Name, isForWriting: true) };

    private protected override JournalUse Use => JournalUse.Remove;

    private protected override IReadOnlyList<SyncStep> Plan(IReadOnlyList<ReportSelection> selections) => EditPlanner.Remove(selections);

    private protected override string Describe(SyncStep step) =>
        $"Remove report {step.ReportId} '{step.ReportName}' of {step.Customer.NameAndId}.";

    // -Force answers the question that ConfirmImpact asks; it does not outweigh -WhatIf, nor a -Confirm that was asked for.
    private protected override bool Confirm(string description, out ShouldProcessReason reason)
    {
        if (Force && !MyInvocation.BoundParameters.ContainsKey("Confirm") && !CommandPreferences.IsRehearsal(this))
        {
            reason = ShouldProcessReason.None;
            return true;
        }

        return base.Confirm(description, out reason);
    }
}
