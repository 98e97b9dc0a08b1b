using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// The base of the cmdlets that write to many customers: customers in, one result for each report out, in order, while the
/// input still streams.
/// </summary>
public abstract class WriteCommand : SessionCommand
{
    private RunDriver? _driver;
    private CustomerInputs<Guid>? _inputs;

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id", "cid")]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public CustomerReference[]? CustomerId { get; set; }

    /// <summary>How many batches of ten may be in flight at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [WholeNumberTransformation]
    public int ThrottleLimit { get; set; } = WriteRunOptions.DefaultThrottleLimit;

    /// <summary>After this time no new batch is started; the customers that are left come out as NotAttempted.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>The file that makes the run repeatable after it was killed: nothing in it is sent twice.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [TextTransformation]
    public string? JournalPath { get; set; }

    /// <summary>Ends with a terminating error if any customer failed, after all were tried.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter FailAtEnd { get; set; }

    /// <summary>The customers that go in.</summary>
    private protected CustomerInputs<Guid> Inputs => _inputs ??= new CustomerInputs<Guid>(this);

    /// <summary>Begins the run, with the session of the first customer.</summary>
    private protected abstract WriteRun StartRun(WriteRunOptions options);

    /// <summary>Takes a customer, which may need others after it before it is added to the run.</summary>
    private protected abstract void Take(CustomerReference reference, CustomerInput input);

    /// <summary>Adds what is left to the run.</summary>
    private protected virtual void Finish()
    {
    }

    /// <summary>What is asked before a group is sent, in words.</summary>
    private protected abstract string Describe(IReadOnlyList<WriteItem> group);

    /// <summary>What exactly is sent for a group.</summary>
    private protected abstract string BodyOf(IReadOnlyList<WriteItem> group);

    private protected virtual bool SkipsExisting => false;

    private protected override bool EndsScript => FailAtEnd;

    private protected override void Process()
    {
        foreach (var (reference, input) in Inputs.Take(CustomerId))
        {
            if (WhyOfOtherSession(reference) is { } why)
            {
                Add([CreatePlanner.Refuse(input, reportName: "", new ItemOutcome(ResultStatus.NotAttempted, why))]);
            }
            else
            {
                Take(reference, input);
            }
        }
    }

    /// <summary>Adds items to the run.</summary>
    private protected void Add(IReadOnlyList<WriteItem> items) => Driver.Add(items);

    private protected override void End()
    {
        Finish();
        Driver.Complete();
        Inputs.WarnOfRepeats();
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

    private RunDriver Driver => _driver ??= StartDriver();

    private RunDriver StartDriver()
    {
        var run = StartRun(RunDriver.OptionsOf(this, ThrottleLimit, MaxDuration, JournalPath, SkipsExisting));
        run.ApproveItems = Approve;

        // Given as an argument, the number of customers is known before the first is sent.
        var total = MyInvocation.BoundParameters.ContainsKey(nameof(CustomerId)) && !Inputs.ArePiped ? CustomerId?.Length : null;
        return new RunDriver(this, run, "customers", total);
    }

    private BatchApproval Approve(IReadOnlyList<WriteItem> group)
    {
        if (Log.IsDebugOn)
        {
            WriteDebug(BodyOf(group));
        }

        // Many a company's name ends in a full stop of its own.
        var sentence = Describe(group).TrimEnd('.') + ".";
        if (ShouldProcess(sentence, sentence + " Go on?", MyInvocation.MyCommand.Name, out var reason))
        {
            return BatchApproval.Send;
        }

        return reason is ShouldProcessReason.WhatIf ? BatchApproval.Rehearse : BatchApproval.Decline;
    }
}
