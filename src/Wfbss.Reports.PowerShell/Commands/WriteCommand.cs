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
    private readonly RunTally _tally = new("customers");
    private RunProgress? _progress;
    private WriteRun? _run;
    private CancellationTokenRegistration _cancelling;
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
        if (MaxDuration is { Ticks: <= 0 })
        {
            Fail(ErrorRecords.BadValue(nameof(MaxDuration), MaxDuration, "a time greater than zero is needed, such as 02:45:00."));
        }

        _run = StartRun(new WriteRunOptions
        {
            ThrottleLimit = ThrottleLimit,
            SkipExisting = SkipsExisting,
            MaxDuration = MaxDuration,
            JournalPath = JournalPath is null || CommandPreferences.IsRehearsal(this) ? null : GetUnresolvedProviderPathFromPSPath(JournalPath),
        });
        _run.Approve = Approve;
        // Otherwise Ctrl+C would wait for the replies that are under way, however long the service takes.
        _cancelling = StopToken.Register(_run.Cancel);
        // Given as an argument, the number of customers is known before the first is sent.
        var total = MyInvocation.BoundParameters.ContainsKey(nameof(CustomerId)) ? CustomerId?.Length : null;
        _progress = new RunProgress(this, MyInvocation.MyCommand.Name, total);
    }

    private protected override void Process()
    {
        foreach (var reference in CustomerId ?? [])
        {
            _run!.Add(reference.At(++_position));
            while (_run.IsFull) AwaitHead();
            WriteReady();
        }
    }

    private protected override void End()
    {
        _run!.Complete();
        while (!_run.IsEmpty) AwaitHead();
        _progress!.Complete();

        if (_run.Repeats > 0)
        {
            WriteWarning($"{_run.Repeats} of {_position} inputs were repeats of an id that came before; each id was sent once and is reported once.");
        }

        WriteVerbose(_tally.Summary());
        if (_run.Failure is { } failure) throw failure;
        if (FailAtEnd && _tally.Failed > 0) Fail(ErrorRecords.SomeFailed(_tally.Failed, _tally.Total));
    }

    private protected override void OnWaiting() => _progress?.Update(_tally);

    private protected override void Dispose(bool disposing)
    {
        // Here, not in End: when downstream stops, the engine calls nothing else.
        if (disposing && _run is { } run)
        {
            _run = null;
            _cancelling.Dispose();
            WaitQuietly(run.DisposeAsync().AsTask());
        }

        base.Dispose(disposing);
    }

    private void AwaitHead()
    {
        Await(_run!.Head);
        WriteReady();
    }

    private void WriteReady()
    {
        WriteMessages();
        var ready = _run!.TakeReady();
        // Most inputs only fill a batch, and are many: nothing else is looked at for them, not even the time.
        if (ready.Count == 0) return;
        foreach (var result in ready)
        {
            _tally.Count(result);
            WriteObject(result);
            if (!result.Succeeded) WriteError(ErrorRecords.For(result));
        }

        _progress!.Update(_tally);
    }

    private BatchApproval Approve(IReadOnlyList<CustomerInput> targets)
    {
        var customers = string.Join(", ", targets.Select(target => target.Name is null ? target.Text : $"{target.Name} ({target.Id})"));
        var description = $"{Describe(targets.Count)}: {customers}. {Body}";
        if (ShouldProcess(description, description + " Go on?", MyInvocation.MyCommand.Name, out var reason)) return BatchApproval.Send;
        return reason is ShouldProcessReason.WhatIf ? BatchApproval.Rehearse : BatchApproval.Decline;
    }
}
