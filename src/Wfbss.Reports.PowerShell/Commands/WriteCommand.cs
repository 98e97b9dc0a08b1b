using System.Management.Automation;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// The base of the cmdlets that write to many customers: customers in, one result for each out, in order, while the
/// input still streams.
/// </summary>
public abstract class WriteCommand : SessionCommand
{
    private RunDriver? _driver;
    private long _position;

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "cid")]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public CustomerReference[]? CustomerId { get; set; }

    /// <summary>How many batches of ten may be in flight at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = WriteRunOptions.DefaultThrottleLimit;

    /// <summary>After this time no new batch is started; the customers that are left come out as NotAttempted.</summary>
    [Parameter]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>The file that makes the run repeatable after it was killed: nothing in it is sent twice.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Ends with a terminating error if any customer failed, after all were tried.</summary>
    [Parameter]
    public SwitchParameter FailAtEnd { get; set; }

    /// <summary>What is done, for a person: "Create the report 'x' for".</summary>
    private protected abstract string Describe(int customers);

    /// <summary>What is sent, for -WhatIf.</summary>
    private protected abstract string Body { get; }

    /// <summary>Begins the run.</summary>
    private protected abstract WriteRun StartRun(WriteRunOptions options);

    private protected virtual bool SkipsExisting => false;

    private protected override bool EndsScript => FailAtEnd;

    private protected override void Begin()
    {
        var run = StartRun(RunDriver.OptionsOf(this, ThrottleLimit, MaxDuration, JournalPath, SkipsExisting));
        run.Approve = Approve;

        // Given as an argument, the number of customers is known before the first is sent.
        var total = MyInvocation.BoundParameters.ContainsKey(nameof(CustomerId)) ? CustomerId?.Length : null;
        _driver = new RunDriver(this, run, "customers", total);
    }

    private protected override void Process()
    {
        foreach (var reference in CustomerId ?? [])
        {
            _driver!.Add(reference.At(++_position));
        }
    }

    private protected override void End()
    {
        _driver!.Complete();
        var run = _driver.Run;
        if (run.Repeats > 0)
        {
            WriteWarning($"{run.Repeats} of {_position} inputs were repeats of an id that came before; each id was sent once and is reported once.");
        }

        WriteVerbose(_driver.Tally.Summary());
        if (run.Failure is { } failure)
        {
            throw failure;
        }

        if (FailAtEnd && _driver.Tally.Failed > 0)
        {
            Fail(ErrorRecords.SomeFailed(_driver.Tally.Failed, _driver.Tally.Total));
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

    private BatchApproval Approve(IReadOnlyList<CustomerInput> targets)
    {
        var customers = string.Join(", ", targets.Select(target => target.Name is null ? target.Text : $"{target.Name} ({target.Id})"));
        var description = $"{Describe(targets.Count)}: {customers}. {Body}";
        if (ShouldProcess(description, description + " Go on?", MyInvocation.MyCommand.Name, out var reason))
        {
            return BatchApproval.Send;
        }

        return reason is ShouldProcessReason.WhatIf ? BatchApproval.Rehearse : BatchApproval.Decline;
    }
}
