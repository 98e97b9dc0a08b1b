using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

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
    private readonly SyncTally _tally = new();
    private readonly PlannedWrites _writes = new();
    private RunDriver? _driver;
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

    /// <summary>After this time no new request is started; the reports that are left come out as NotAttempted.</summary>
    [Parameter]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>The file in which the run notes what it does. A run that was killed settles by it what was in doubt.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Ends with a terminating error if any customer failed, after all were tried.</summary>
    [Parameter]
    public SwitchParameter FailAtEnd { get; set; }

    private protected override bool EndsScript => FailAtEnd;

    private protected override TimeSpan? TimeLimit => MaxDuration;

    private protected override int PortionSize => ThrottleLimit * CustomerIds.MostPerCall;

    private protected override void Begin()
    {
        base.Begin();
        var run = new WriteRun(Sender, RunDriver.OptionsOf(this, ThrottleLimit, MaxDuration, JournalPath), JournalUse.Sync, stop: Stop);
        _driver = new RunDriver(this, run, "reports", expected: null, _tally.Count);
    }

    private protected override void Work(DesiredState desired, IReadOnlyList<CustomerReports> customers)
    {
        var planner = new SyncPlanner(desired, new SyncOptions { RemoveDuplicate = RemoveDuplicate, RemoveUnmanaged = RemoveUnmanaged });
        foreach (var customer in customers)
        {
            var plan = planner.Plan(customer);
            var isApproved = Approve(plan);
            _tally.Count(plan, isRehearsal: !isApproved);
            _driver!.Add(_writes.ItemsOf(isApproved ? plan.Steps : [.. plan.Steps.Where(step => step.Result is not null)]));
        }
    }

    private protected override void Summarize()
    {
        _driver!.Complete();
        WriteVerbose(_tally.Summary());
        if (_tally.Duplicated > 0 && !RemoveDuplicate)
        {
            WriteWarning($"Customers have several reports of one name in {_tally.Duplicated} cases; -RemoveDuplicate removes all but one.");
        }

        if (FailAtEnd && Stop.Failure is null && _tally.Failed > 0)
        {
            Fail(ErrorRecords.SomeFailed(_tally.Failed, _tally.Customers));
        }
    }

    private protected override void OnWaiting() => _driver?.ShowProgress();

    private protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _driver?.Dispose();
            _driver = null;
        }

        base.Dispose(disposing);
    }

    /// <summary>Whether the plan is to be carried out. In a rehearsal its changes come to nothing, and nothing of them comes out.</summary>
    private bool Approve(SyncPlan plan)
    {
        if (plan.Changes.Count == 0)
        {
            return true;
        }

        var description = plan.ToString();
        if (ShouldProcess(description, description + " Go on?", MyInvocation.MyCommand.Name, out var reason))
        {
            _confirmation ??= new RemovalConfirmation(this, Force);
            if (!plan.Removes || _confirmation.Ask(description))
            {
                return true;
            }
        }
        else if (reason is ShouldProcessReason.WhatIf)
        {
            return false;
        }

        foreach (var step in plan.Changes)
        {
            step.Settle(ResultStatus.NotAttempted, "declined at the confirmation");
        }

        return true;
    }
}
