using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// The base of the cmdlets that change or remove reports: one result for each report, in the order of the input. Each
/// report is written to by its id, which is safe to repeat.
/// </summary>
public abstract class EditCommand : ReportSelectionCommand
{
    private readonly HashSet<(Guid Customer, int ReportId)> _written = [];
    private readonly PlannedWrites _writes = new();
    private WriteRunOptions? _options;
    private RunDriver? _driver;

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid; reports and results as well.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id", "cid")]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public override CustomerReference[]? CustomerId { get; set; }

    /// <summary>After this time no new request is started; the reports that are left come out as NotAttempted.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>The file that makes the run repeatable after it was killed: nothing in it is sent twice.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [TextTransformation]
    public string? JournalPath { get; set; }

    /// <summary>Ends with a terminating error if any report failed, after all were tried.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter FailAtEnd { get; set; }

    /// <summary>What a journal of the cmdlet is for.</summary>
    private protected abstract JournalUse Use { get; }

    /// <summary>What is to be done about customers' reports.</summary>
    private protected abstract IReadOnlyList<SyncStep> Plan(IReadOnlyList<ReportSelection> selections);

    /// <summary>What a step does, for -WhatIf and -Confirm.</summary>
    private protected abstract string Describe(SyncStep step);

    /// <summary>Whether a step is to be carried out.</summary>
    private protected virtual bool Confirm(string description, out ShouldProcessReason reason) =>
        ShouldProcess(description, description + " Go on?", MyInvocation.MyCommand.Name, out reason);

    private RunDriver Driver => _driver ??= new RunDriver(this, new WriteRun(Sender, _options!, Use, stop: Stop), "reports", expected: null, WithoutSync);

    private protected override void Begin() => _options = RunDriver.OptionsOf(this, ThrottleLimit, MaxDuration, JournalPath);

    private protected override void Work(IReadOnlyList<ReportSelection> selections)
    {
        ReportSelection[] resumed = [.. selections.Select(selection => selection.Resume(Driver.Run.Journal, Chooser.IsWanted))];

        // A name and an id may mean the same report; it is written to once.
        foreach (var customer in Plan(resumed).Where(IsNew).GroupBy(step => step.Customer))
        {
            SyncStep[] steps = [.. customer.Where(step => step.Result is not null || Approve(step))];
            Driver.Add(_writes.ItemsOf(steps));
        }
    }

    private protected override bool EndsScript => FailAtEnd;

    private protected override TimeSpan? TimeLimit => MaxDuration;

    private protected override void End()
    {
        FinishSelecting();
        Driver.Complete();
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

    // What was planned as steps has results of steps, which say more than a cmdlet that does one thing.
    private static ScheduledReportResult WithoutSync(ScheduledReportResult result) =>
        result is SyncResult step ? step.ToScheduledReportResult() : result;

    private bool IsNew(SyncStep step) =>
        step.ReportId is not { } id || step.Customer.Input.Id is not { } customer || _written.Add((customer.Value, id));

    private bool Approve(SyncStep step)
    {
        WriteDebug($"{step.Customer.CustomerId}, report {step.ReportId}: {(step.Definition is { } definition ? ReportBody.WriteText(definition) : "DELETE")}");
        if (Confirm(Describe(step), out var reason))
        {
            return true;
        }

        if (reason is ShouldProcessReason.WhatIf)
        {
            return false;
        }

        step.Settle(ItemOutcome.Declined.Status, ItemOutcome.Declined.Message);
        return true;
    }
}
