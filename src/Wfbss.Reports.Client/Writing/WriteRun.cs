using Wfbss.Reports.Definitions;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Writing;

/// <summary>
/// The engine of every write: customers and operations are added one by one, those whose request would be the same are sent
/// together, up to ten, several groups at once, and the outcomes are returned in the order of the input. It holds no more
/// than a window of them, and each id of a create, in some 60 bytes at most, to recognise a repeat.
/// </summary>
/// <remarks>
/// One thread adds and takes; the work is done elsewhere. When <see cref="IsFull"/>, wait for <see cref="Head"/> and take
/// before adding more. A group is sent when it is full, when an input arrives and the group has waited a second, when the
/// window is full and fewer requests are under way than may be, and at the end.
/// </remarks>
internal sealed class WriteRun : IAsyncDisposable
{
    // How many groups may wait behind a slow one, for each that may be in flight.
    private const int LookAhead = 4;

    // Where customers have settings of their own, those whose request is the same come scattered: groups need more of the
    // input to become full.
    private const int MixedLookAhead = 5 * LookAhead;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly WriteRunOptions _options;
    private readonly WriteOperation? _operation;
    private readonly IRunJournal _journal;
    private readonly OutcomeRecorder _recorder;
    private readonly GroupWork _groupWork;
    private readonly WorkQueue _work;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly ItemWindow _window = new();
    private readonly WaitingItems _waiting = new();
    private readonly GroupsInFormation _groups;
    private readonly HashSet<Guid> _seen = [];
    private bool _isComplete;
    private bool _hasEnded;
    private int _disposed;

    /// <param name="sender">Sends the requests.</param>
    /// <param name="options">How the run goes about its work.</param>
    /// <param name="use">What the journal is for.</param>
    /// <param name="operation">What is done to every customer; <see langword="null"/> if items bring their own.</param>
    /// <param name="stop">How the run stops, if something else has a part in it.</param>
    internal WriteRun(
        RequestSender sender,
        WriteRunOptions options,
        JournalUse use,
        WriteOperation? operation = null,
        RunStop? stop = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThrottleLimit, 1);
        _options = options;
        _operation = operation;
        _journal = options.JournalPath is { } path ? FileJournal.Open(path, use, operation, sender) : NoJournal.Instance;
        _recorder = new OutcomeRecorder(sender.Session, stop ?? new RunStop(sender.Session.Options.TimeProvider, options.MaxDuration), _journal);
        _groupWork = new GroupWork(sender, options, _journal, _recorder);
        _work = new WorkQueue(options.ThrottleLimit);
        _groups = new GroupsInFormation(sender.Session.Options.TimeProvider);
    }

    /// <summary>Starts a run that creates a report.</summary>
    /// <exception cref="WfbssException">The definition is invalid, or the journal cannot be used.</exception>
    public static WriteRun Create(
        WfbssSession session,
        ReportDefinition definition,
        WriteRunOptions? options = null,
        IOperationLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        DefinitionRules.Check(definition);
        var sender = new RequestSender(session, log ?? NullOperationLog.Instance);
        return new WriteRun(sender, options ?? new WriteRunOptions(), JournalUse.Create, new CreateOperation(definition));
    }

    /// <summary>
    /// Asked on the caller's thread before a group is sent; <see langword="null"/> approves all. A group that is not approved
    /// is not sent, and its customers come out as it says.
    /// </summary>
    public Func<IReadOnlyList<CustomerInput>, BatchApproval>? Approve
    {
        get;
        set
        {
            field = value;
            ApproveItems = value is null ? null : items => value([.. items.Select(item => item.Input)]);
        }
    }

    /// <summary>Likewise, with what is to be done for each.</summary>
    internal Func<IReadOnlyList<WriteItem>, BatchApproval>? ApproveItems { get; set; }

    /// <summary>How many inputs were repeats of an id that had been added before.</summary>
    public long Repeats { get; private set; }

    /// <summary>Whether no more should be added until something was taken.</summary>
    public bool IsFull => _window.Count
        >= _options.ThrottleLimit * CustomerIds.MostPerCall * (_groups.Count > _options.ThrottleLimit ? MixedLookAhead : LookAhead);

    /// <summary>Whether nothing is left to be taken.</summary>
    public bool IsEmpty => _window.Count == 0;

    /// <summary>
    /// Completes when the oldest item has its outcome, or is one step nearer to it, or when another request may go out. It
    /// starts what the oldest item waits for.
    /// </summary>
    public Task Head => _window.Oldest is { } oldest ? Drive(oldest) : Task.CompletedTask;

    /// <summary>What stopped the run; <see langword="null"/> if nothing did.</summary>
    public WfbssException? Failure => _recorder.Stop.Failure;

    /// <summary>What earlier runs with the same journal noted.</summary>
    internal IRunJournal Journal => _journal;

    /// <summary>Adds a customer of a run in which the same is done to all.</summary>
    public void Add(CustomerInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Id is { } id && !_seen.Add(id.Value))
        {
            Repeats++;
            return;
        }

        var item = new WriteItem(input, _operation);
        if (input.Id is null)
        {
            _recorder.SettleUnrecorded(item, ItemOutcome.InvalidId(input));
        }

        Add(item);
    }

    /// <summary>Adds an item; one that has its outcome already only keeps its place.</summary>
    internal void Add(WriteItem item)
    {
        _window.Add(item);
        _recorder.SettleDoubts(item);
        if (!item.IsSettled && item.After.Count > 0)
        {
            _waiting.Add(item);
        }
        else if (!item.IsSettled)
        {
            Gather(item);
        }

        Release();
        while (_groups.TakeOldest(LongestWait) is { } overdue)
        {
            Start(overdue);
        }
    }

    /// <summary>Sends what is left. Nothing is added afterwards.</summary>
    public void Complete()
    {
        _isComplete = true;
        while (_groups.TakeOldest(TimeSpan.Zero) is { } group)
        {
            Start(group);
        }

        EndIfDone();
    }

    /// <summary>Takes what has its outcome and nothing unfinished before it.</summary>
    public IReadOnlyList<ScheduledReportResult> TakeReady()
    {
        Release();
        var results = _window.TakeReady();
        EndIfDone();
        return results;
    }

    /// <summary>Sends nothing new and cancels what is in flight, from any thread; does not wait for it.</summary>
    public void Cancel()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run is over.
        }
    }

    /// <summary>Sends nothing new, ends what is in flight, and waits until nothing is left of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _cancellation.Cancel();
        await _window.GiveUpAsync().ConfigureAwait(false);
        _journal.Dispose();
        _cancellation.Dispose();
    }

    private void Gather(WriteItem item)
    {
        if (_groups.Put(item) is { } ready)
        {
            Start(ready);
        }
    }

    private void Start(WriteGroup group)
    {
        group.IsStarted = true;
        var approval = ApproveItems?.Invoke(group.Items) ?? BatchApproval.Send;
        foreach (var item in group.Items)
        {
            if (approval is BatchApproval.Decline)
            {
                _recorder.SettleUnrecorded(item, ItemOutcome.Declined);
            }
            else
            {
                // What was rehearsed has not succeeded, so what requires it must not be sent either.
                item.IsRehearsed = approval is BatchApproval.Rehearse || item.Requires is { IsRehearsed: true };
            }
        }

        WriteItem[] approved = [.. group.Items.Where(item => !item.IsSettled && !item.IsRehearsed)];
        if (approved.Length > 0)
        {
            group.Work = _work.Add(() => _groupWork.DoAsync(approved, _cancellation.Token));
        }
    }

    private void Release()
    {
        while (_waiting.TakeReleased() is { } item)
        {
            if (item.Requires is { IsRehearsed: false, Result: not { Succeeded: true } } required)
            {
                var why = $"report {required.ReportId} of the same name could not be set right";
                _recorder.Settle([item], new ItemOutcome(ResultStatus.NotAttempted, why));
            }
            else
            {
                Gather(item);
            }
        }
    }

    private Task Drive(WriteItem item)
    {
        Release();
        item = WaitingItems.WaitedFor(item);
        if (item.Group is { IsStarted: false } group)
        {
            _groups.Remove(group);
            Start(group);
        }

        // Nothing is added meanwhile, so what is not full would wait in vain; and as soon as one request is done, the next
        // may go out, however long the oldest one takes.
        while (_work.Unfinished < _options.ThrottleLimit && _groups.TakeOldest(TimeSpan.Zero) is { } next)
        {
            Start(next);
        }

        return _groups.IsEmpty && _waiting.IsEmpty ? item.Work : _work.WhenAnyIsFinished(item.Work);
    }

    private void EndIfDone()
    {
        if (!_isComplete || _hasEnded || _window.Count > 0 || _window.HasLeftOver || Failure is not null)
        {
            return;
        }

        _hasEnded = true;
        _recorder.RecordEnd();
    }
}

/// <summary>Whether a batch is sent.</summary>
internal enum BatchApproval
{
    /// <summary>It is sent.</summary>
    Send,

    /// <summary>It is not sent, and its customers come out as not attempted.</summary>
    Decline,

    /// <summary>It is not sent, and nothing comes out: this was a rehearsal.</summary>
    Rehearse,
}
