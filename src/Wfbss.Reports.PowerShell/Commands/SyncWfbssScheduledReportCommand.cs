using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
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
    private readonly PlannedWrites _writes = new();
    private WriteRunOptions? _options;
    private RunDriver? _driver;
    private long _duplicated;
    private RemovalConfirmation? _confirmation;

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid.</summary>
    [Parameter(ParameterSetName = CustomerSet, Mandatory = true, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = DefinitionSet, Mandatory = true)]
    [Alias("Id", "cid")]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public override CustomerReference[]? CustomerId { get; set; }

    /// <summary>Of several reports of a definition's name keeps one: one that is right, otherwise the one with the lowest id, set right.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter RemoveDuplicate { get; set; }

    /// <summary>Removes the reports that no definition names.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter RemoveUnmanaged { get; set; }

    /// <summary>Removes without asking.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter Force { get; set; }

    /// <summary>After this time no new request is started; the reports that are left come out as NotAttempted.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>The file in which the run notes what it does. A run that was killed settles by it what was in doubt.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [TextTransformation]
    public string? JournalPath { get; set; }

    /// <summary>Ends with a terminating error if any customer failed, after all were tried.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter FailAtEnd { get; set; }

    private protected override bool EndsScript => FailAtEnd;

    private protected override TimeSpan? TimeLimit => MaxDuration;

    private protected override int PortionSize => ThrottleLimit * CustomerIds.MostPerCall;

    private RunDriver Driver => _driver ??= new RunDriver(this, new WriteRun(Sender, _options!, JournalUse.Sync, stop: Stop), "reports", expected: null);

    private protected override void Begin() => _options = RunDriver.OptionsOf(this, ThrottleLimit, MaxDuration, JournalPath);

    private protected override void Work(DesiredState desired, IReadOnlyList<CustomerReports> customers)
    {
        var planner = new SyncPlanner(desired, new SyncOptions { RemoveDuplicate = RemoveDuplicate, RemoveUnmanaged = RemoveUnmanaged });
        foreach (var customer in customers)
        {
            var plan = planner.Plan(customer);
            var isApproved = Approve(plan);
            _duplicated += plan.Steps.Count(step => step.IsDuplicated);
            if (!isApproved)
            {
                Driver.Tally.CountRehearsal(plan);
            }

            Driver.Add(_writes.ItemsOf(isApproved ? plan.Steps : [.. plan.Steps.Where(step => step.Result is not null)]));
        }
    }

    private protected override void Summarize()
    {
        Driver.Complete();
        if (_duplicated > 0 && !RemoveDuplicate)
        {
            WriteWarning($"Customers have several reports of one name in {_duplicated} cases; -RemoveDuplicate removes all but one.");
        }

        Driver.Summarize(FailAtEnd);
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
        WriteDebug($"{plan.Customer.CustomerId}: {string.Join(", ", plan.Changes.Where(step => step.Definition is not null).Select(step => ReportBody.WriteText(step.Definition!)))}");
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
            step.Settle(ItemOutcome.Declined.Status, ItemOutcome.Declined.Message);
        }

        return true;
    }
}
