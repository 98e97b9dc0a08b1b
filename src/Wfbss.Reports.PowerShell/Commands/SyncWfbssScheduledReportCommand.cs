using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// Sync-WfbssScheduledReport: makes each customer's reports what the definitions say. It creates and replaces; it
/// removes only what it is told to.
/// </summary>
[Cmdlet(
    VerbsData.Sync,
    "WfbssScheduledReport",
    DefaultParameterSetName = CustomerSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.SyncWfbssScheduledReport)]
[OutputType(typeof(SyncResult))]
public sealed class SyncWfbssScheduledReportCommand : DesiredStateCommand
{
    // Enough customers together that few calls have less than ten, few enough that results come soon.
    private const int CallsPerPortion = 4;

    private readonly SyncTally _tally = new();
    private SyncRun? _run;
    private RemovalConfirmation? _confirmation;

    /// <summary>Of several reports of a definition's name keeps one: one that is right, otherwise the one with the lowest id, set right.</summary>
    [Parameter]
    public SwitchParameter RemoveDuplicate { get; set; }

    /// <summary>Removes the reports that no definition names.</summary>
    [Parameter]
    public SwitchParameter RemoveUnmanaged { get; set; }

    /// <summary>Removes without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Ends with a terminating error if any customer failed, after all were tried.</summary>
    [Parameter]
    public SwitchParameter FailAtEnd { get; set; }

    private protected override bool EndsScript => FailAtEnd;

    private protected override int PortionSize => ThrottleLimit * CallsPerPortion * CustomerIds.MostPerCall;

    private protected override WfbssException? WorkFailure => _run?.Failure;

    private protected override void Work(DesiredState desired, IReadOnlyList<CustomerReports> customers)
    {
        var planner = new SyncPlanner(desired, new SyncOptions { RemoveDuplicate = RemoveDuplicate, RemoveUnmanaged = RemoveUnmanaged });
        SyncPlan[] plans = [.. customers.Select(planner.Plan)];
        SyncStep[] approved = [.. plans.Where(Approve).SelectMany(plan => plan.Changes)];

        _run ??= new SyncRun(Sender, ThrottleLimit);
        if (approved.Length > 0) Await(stop => _run.ApplyAsync(approved, stop));
        foreach (var plan in plans) Write(plan);
    }

    private protected override void Summarize()
    {
        WriteVerbose(_tally.Summary());
        if (_tally.Duplicated > 0 && !RemoveDuplicate)
        {
            WriteWarning($"Customers have several reports of one name in {_tally.Duplicated} cases; -RemoveDuplicate removes all but one.");
        }

        if (FailAtEnd && WorkFailure is null && _tally.Failed > 0)
        {
            Fail(ErrorRecords.SomeFailed(_tally.Failed, _tally.Customers));
        }
    }

    private protected override void Dispose(bool disposing)
    {
        if (disposing) _run?.Dispose();
        base.Dispose(disposing);
    }

    private void Write(SyncPlan plan)
    {
        _tally.Count(plan);
        foreach (var result in plan.Steps.Select(step => step.Result).OfType<SyncResult>())
        {
            WriteObject(result);
            if (!result.Succeeded) WriteError(ErrorRecords.For(result));
        }
    }

    /// <summary>Whether the plan is to be carried out. In a rehearsal its changes come to nothing, and nothing of them comes out.</summary>
    private bool Approve(SyncPlan plan)
    {
        if (plan.Changes.Count == 0) return false;
        var description = plan.ToString();
        if (ShouldProcess(description, description + " Go on?", MyInvocation.MyCommand.Name, out var reason))
        {
            _confirmation ??= new RemovalConfirmation(this, Force);
            if (!plan.Removes || _confirmation.Ask(description)) return true;
        }
        else if (reason is ShouldProcessReason.WhatIf)
        {
            return false;
        }

        foreach (var step in plan.Changes) step.Settle(ResultStatus.NotAttempted, "declined at the confirmation");
        return false;
    }
}
