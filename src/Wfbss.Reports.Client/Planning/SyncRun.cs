using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Planning;

/// <summary>
/// Carries out the steps of plans: up to ten customers in a call where one call means the same for all of them, several
/// calls at once, each brought to its outcomes as every write is.
/// </summary>
internal sealed class SyncRun(RequestSender sender, int throttleLimit) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(throttleLimit);
    private WfbssException? _failure;

    /// <summary>What stopped the run; <see langword="null"/> if nothing did.</summary>
    public WfbssException? Failure => Volatile.Read(ref _failure);

    /// <summary>Gives each step that needs a write its result.</summary>
    public async Task ApplyAsync(IReadOnlyList<SyncStep> steps, CancellationToken cancellationToken)
    {
        // In this order, so that a customer is never without the report that it has, and a create finds the room that
        // removing makes.
        await ReplaceAsync(Open(steps, SyncAction.Replaced), cancellationToken).ConfigureAwait(false);
        await RemoveAsync(Open(steps, SyncAction.Removed), cancellationToken).ConfigureAwait(false);
        await CreateAsync(Open(steps, SyncAction.Created), cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _slots.Dispose();

    private static IEnumerable<SyncStep> Open(IEnumerable<SyncStep> steps, string action) =>
        steps.Where(step => step.Result is null && step.Action == action);

    private Task ReplaceAsync(IEnumerable<SyncStep> steps, CancellationToken cancellationToken) => WriteAsync(
        steps.GroupBy(step => (step.Definition, step.ReportId, step.IsVisible)),
        group => new ReplaceOperation(group.Key.Definition!, group.Key.ReportId!.Value, sender, group.Key.IsVisible),
        cancellationToken);

    private Task RemoveAsync(IEnumerable<SyncStep> steps, CancellationToken cancellationToken)
    {
        var all = steps.ToArray();
        foreach (var step in all.Where(step => step.Requires is { Result.Succeeded: false }))
        {
            step.Settle(ResultStatus.NotAttempted, $"report {step.Requires!.ReportId} of the same name could not be set right");
        }

        return WriteAsync(
            all.Where(step => step.Result is null).GroupBy(step => step.ReportId),
            group => new RemoveOperation(group.Key!.Value, group.First().ReportName, sender),
            cancellationToken);
    }

    private Task CreateAsync(IEnumerable<SyncStep> steps, CancellationToken cancellationToken) => WriteAsync(
        steps.GroupBy(step => step.Definition),
        group => new CreateOperation(group.Key!, sender),
        cancellationToken);

    private Task WriteAsync<TKey>(
        IEnumerable<IGrouping<TKey, SyncStep>> groups,
        Func<IGrouping<TKey, SyncStep>, IWriteOperation> operationFor,
        CancellationToken cancellationToken) => Task.WhenAll(
            from grouped in groups
            let operation = operationFor(grouped)
            from call in InCalls(grouped)
            select WriteCallAsync(operation, call, cancellationToken));

    private async Task WriteCallAsync(IWriteOperation operation, IReadOnlyList<SyncStep> call, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var items = call.Select(step => step.ToItem()).ToArray();
            var ledger = new OutcomeRecorder(sender.Session, operation.ReportName, NoJournal.Instance);
            if (Failure is { } earlier) ledger.Stop(earlier);
            ledger.Start(items);
            await WriteAsync(new BatchWriter(sender, operation, ledger), ledger, items, cancellationToken).ConfigureAwait(false);
            if (ledger.Failure is { } failure) Interlocked.CompareExchange(ref _failure, failure, null);
            foreach (var (step, item) in call.Zip(items, (step, item) => (step, item))) step.Settle(item.Result!);
        }
        finally
        {
            _slots.Release();
        }
    }

    private static async Task WriteAsync(BatchWriter writer, OutcomeRecorder ledger, WriteItem[] items, CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteAsync(items, cancellationToken).ConfigureAwait(false);
        }
        catch (WfbssException failure) when (failure.Kind is WfbssErrorKind.SessionClosed)
        {
            // Thrown only instead of sending, so what is open here was not carried out.
            ledger.Stop(failure);
            ledger.SettleNotSent(items.Where(item => !item.IsSettled), ledger.WhyStopped!);
        }
    }

    // A customer that has two steps of one kind and group (two duplicates, say) never has both in a call.
    private static IEnumerable<IReadOnlyList<SyncStep>> InCalls(IEnumerable<SyncStep> steps)
    {
        var byId = steps.ToDictionary(step => step.Customer.Target.Id!.Value);
        return CustomerIds.InCalls(byId.Keys).Select(call => call.Select(id => byId[id]).ToArray());
    }
}
