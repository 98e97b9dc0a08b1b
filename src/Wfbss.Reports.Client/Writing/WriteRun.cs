using Wfbss.Reports.Definitions;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Writing;

/// <summary>
/// A run over any number of customers: put in one by one, sent in tens, several batches at once, out again in the order
/// in which they came in. It holds no more than a window of them, and each id, in some 60 bytes at most, to recognise a repeat.
/// </summary>
/// <remarks>
/// One thread puts in and takes out; the work is done elsewhere. When <see cref="IsFull"/>, wait for <see cref="Head"/>
/// and take out before putting in more.
/// </remarks>
public sealed class WriteRun : IAsyncDisposable
{
    // How many batches may wait behind a slow one, for each that may be in flight.
    private const int LookAhead = 4;
    private const int MostItemsInBatch = 100;

    private readonly WfbssSession _session;
    private readonly WriteRunOptions _options;
    private readonly IRunJournal _journal;
    private readonly OutcomeRecorder _ledger;
    private readonly BatchWriter _writer;
    private readonly ExistingReports _existing;
    private readonly WorkQueue _work;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Queue<WriteBatch> _window = new();
    private readonly HashSet<Guid> _seen = [];
    private readonly long _started;
    private WriteBatch _next = new();
    private int _disposed;

    internal WriteRun(RequestSender sender, IWriteOperation operation, WriteRunOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThrottleLimit, 1);
        _session = sender.Session;
        _options = options;
        _journal = options.JournalPath is { } path ? FileJournal.Open(path, operation, sender) : NoJournal.Instance;
        _ledger = new OutcomeRecorder(_session, operation.ReportName, _journal);
        _writer = new BatchWriter(sender, operation, _ledger);
        _existing = new ExistingReports(sender, operation.ReportName, _ledger);
        _work = new WorkQueue(options.ThrottleLimit);
        _started = _session.Options.TimeProvider.GetTimestamp();
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
        return new WriteRun(sender, new CreateOperation(definition, sender), options ?? new WriteRunOptions());
    }

    /// <summary>
    /// Asked on the caller's thread before a batch goes on its way; <see langword="null"/> approves all. A batch that is
    /// not approved is not sent, and its customers come out as it says.
    /// </summary>
    public Func<IReadOnlyList<CustomerInput>, BatchApproval>? Approve { get; set; }

    /// <summary>How many inputs were repeats of an id that had been put in before.</summary>
    public long Repeats { get; private set; }

    /// <summary>Whether no more should be put in until something was taken out.</summary>
    public bool IsFull => _window.Count >= _options.ThrottleLimit * LookAhead;

    /// <summary>Whether nothing is left to be taken out.</summary>
    public bool IsEmpty => _window.Count == 0;

    /// <summary>Completes when the oldest batch has its outcomes.</summary>
    public Task Head => _window.Count == 0 ? Task.CompletedTask : _window.Peek().Work;

    /// <summary>What stopped the run; <see langword="null"/> if nothing did.</summary>
    public WfbssException? Failure => _ledger.Failure;

    private bool IsTimeOver =>
        _options.MaxDuration is { } most && _session.Options.TimeProvider.GetElapsedTime(_started) >= most;

    /// <summary>Puts a customer in. Every tenth starts a batch.</summary>
    public void Add(CustomerInput target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.Id is { } id && !_seen.Add(id.Value))
        {
            Repeats++;
            return;
        }

        var item = new WriteItem(target);
        if (target.Id is null)
        {
            _ledger.SettleUnrecorded(item, new ItemOutcome(
                ResultStatus.InvalidId, $"input {target.Position}, '{target.Text}', is no customer id"));
        }

        _next.Add(item);
        if (_next.Sendable == CustomerIds.MostPerCall || _next.Items.Count == MostItemsInBatch) StartNext();
    }

    /// <summary>Starts the last batch. Nothing is put in afterwards.</summary>
    public void Complete()
    {
        if (_next.Items.Count > 0) StartNext();
    }

    /// <summary>Takes out what has its outcome and nothing unfinished before it.</summary>
    public IReadOnlyList<ScheduledReportResult> TakeReady()
    {
        if (_window.Count == 0 || !_window.Peek().Work.IsCompleted) return [];

        var results = new List<ScheduledReportResult>();
        while (_window.Count > 0 && _window.Peek().Work.IsCompleted)
        {
            // What comes out before a batch that failed must not be lost with it.
            if (results.Count > 0 && _window.Peek().Work.IsFaulted) break;

            var batch = _window.Dequeue();
            // Rethrows what no batch should ever throw.
            batch.Work.GetAwaiter().GetResult();
            foreach (var item in batch.Items)
            {
                if (item.Result is { } result) results.Add(result);
            }
        }

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
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _cancellation.Cancel();
        foreach (var batch in _window)
        {
            try
            {
                await batch.Work.ConfigureAwait(false);
            }
            catch (Exception)
            {
                // The run was given up: nobody is left to be told.
            }
        }

        _window.Clear();
        _journal.Dispose();
        _cancellation.Dispose();
    }

    private void StartNext()
    {
        var batch = _next;
        _next = new WriteBatch();
        if (batch.Sendable > 0)
        {
            var open = batch.Open;
            var approval = Approve?.Invoke([.. open.Select(item => item.Target)]) ?? BatchApproval.Send;
            if (approval is BatchApproval.Send) batch.Work = _work.Add(() => WorkAsync(open, _cancellation.Token));
            else if (approval is BatchApproval.Decline) Decline(open);
        }

        _window.Enqueue(batch);
    }

    private void Decline(IReadOnlyList<WriteItem> items)
    {
        foreach (var item in items)
        {
            _ledger.SettleUnrecorded(item, new ItemOutcome(ResultStatus.NotAttempted, "declined at the confirmation"));
        }
    }

    private async Task WorkAsync(IReadOnlyList<WriteItem> items, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            _ledger.Start(items);
            SettleDoneEarlier(items);
            var open = StillOpen(items);
            if (_ledger.WhyStopped is { } why)
            {
                _ledger.SettleNotSent(open, why);
                return;
            }

            if (IsTimeOver)
            {
                _ledger.SettleNotSent(open, $"the time for this run ({_options.MaxDuration}) was over");
                return;
            }

            open = await ResumeAsync(open, cancellationToken).ConfigureAwait(false);
            if (_options.SkipExisting) open = await _existing.SkipAsync(open, cancellationToken).ConfigureAwait(false);
            await _writer.WriteAsync(open, cancellationToken).ConfigureAwait(false);
        }
        catch (WfbssException failure) when (failure.Kind is WfbssErrorKind.SessionClosed)
        {
            // Thrown only instead of sending, so what is open here was not carried out.
            _ledger.Stop(failure);
            _ledger.SettleNotSent(StillOpen(items), _ledger.WhyStopped!);
        }
    }

    private void SettleDoneEarlier(IReadOnlyList<WriteItem> items)
    {
        foreach (var item in items)
        {
            if (_journal.Earlier(item.Id) is { IsDone: true } done) _ledger.SettleUnrecorded(item, done.ToOutcome());
        }
    }

    private async Task<IReadOnlyList<WriteItem>> ResumeAsync(IReadOnlyList<WriteItem> items, CancellationToken cancellationToken)
    {
        var doubtful = items.Where(item => _journal.Earlier(item.Id) is { IsInDoubt: true }).ToArray();
        if (doubtful.Length == 0) return items;

        var age = _session.Options.TimeProvider.GetUtcNow() - doubtful.Max(item => _journal.Earlier(item.Id)!.At);
        await _writer.ResumeAsync(doubtful, age, cancellationToken).ConfigureAwait(false);
        return StillOpen(items);
    }

    private static IReadOnlyList<WriteItem> StillOpen(IReadOnlyList<WriteItem> items) => [.. items.Where(item => !item.IsSettled)];
}
