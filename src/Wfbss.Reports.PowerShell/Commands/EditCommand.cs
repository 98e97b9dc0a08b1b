using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// The base of the cmdlets that change or remove reports: one result for each report, in the order of the input. Each
/// report is written to by its id, which is safe to repeat.
/// </summary>
public abstract class EditCommand : ReportSelectionCommand
{
    private readonly RunTally _tally = new("reports");
    private readonly HashSet<(Guid Customer, int ReportId)> _written = [];
    private RunProgress? _progress;
    private SyncRun? _run;

    /// <summary>Ends with a terminating error if any report failed, after all were tried.</summary>
    [Parameter]
    public SwitchParameter FailAtEnd { get; set; }

    private protected override bool AllByDefault => false;

    private protected override WfbssException? WorkFailure => _run?.Failure;

    /// <summary>What is to be done about customers' reports.</summary>
    private protected abstract IReadOnlyList<SyncStep> Plan(IReadOnlyList<ReportSelection> selections);

    /// <summary>What a step does, for -WhatIf and -Confirm.</summary>
    private protected abstract string Describe(SyncStep step);

    /// <summary>Whether a step is to be carried out.</summary>
    private protected virtual bool Confirm(string description, out ShouldProcessReason reason) =>
        ShouldProcess(description, description + " Go on?", MyInvocation.MyCommand.Name, out reason);

    private protected override void Begin()
    {
        base.Begin();
        _run = new SyncRun(Sender, ThrottleLimit);
        _progress = new RunProgress(this, MyInvocation.MyCommand.Name, expected: null);
    }

    private protected override void Work(IReadOnlyList<ReportSelection> selections)
    {
        // A name and an id may mean the same report; it is written to once.
        SyncStep[] steps = [.. Plan(selections).Where(IsNew)];
        SyncStep[] approved = [.. steps.Where(step => step.Result is null && Approve(step))];
        if (approved.Length > 0) Await(stop => _run!.ApplyAsync(approved, stop));
        foreach (var result in steps.Select(step => step.Result).OfType<SyncResult>()) Write(result.ToScheduledReportResult());
    }

    private protected override bool EndsScript => FailAtEnd;

    private protected override void End()
    {
        base.End();
        _progress!.Complete();
        WriteVerbose(_tally.Summary());
        if (WorkFailure is { } failure) throw failure;
        if (FailAtEnd && _tally.Failed > 0) Fail(ErrorRecords.SomeFailed(_tally.Failed, _tally.Total));
    }

    private protected override void OnWaiting() => _progress?.Update(_tally);

    private protected override void Dispose(bool disposing)
    {
        if (disposing) _run?.Dispose();
        base.Dispose(disposing);
    }

    private void Write(ScheduledReportResult result)
    {
        _tally.Count(result);
        WriteObject(result);
        if (!result.Succeeded) WriteError(ErrorRecords.For(result));
    }

    private bool IsNew(SyncStep step) =>
        step.ReportId is not { } id || step.Customer.Target.Id is not { } customer || _written.Add((customer.Value, id));

    private bool Approve(SyncStep step)
    {
        if (Confirm(Describe(step), out var reason)) return true;
        if (reason is not ShouldProcessReason.WhatIf) step.Settle(ResultStatus.NotAttempted, "declined at the confirmation");
        return false;
    }
}
