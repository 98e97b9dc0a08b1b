namespace Wfbss.Reports.Writing;

/// <summary>The items of a run that were added and not yet taken, in the order of the input.</summary>
internal sealed class ItemWindow
{
    private readonly Queue<WriteItem> _items = new();

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>The one whose result is the next to be returned; <see langword="null"/> if there is none.</summary>
    public WriteItem? Oldest => _items.Count == 0 ? null : _items.Peek();

    /// <summary>Whether something that was taken is left over for another run, was only rehearsed, or was lost with a group that failed.</summary>
    public bool HasLeftOver { get; private set; }

    /// <summary>Adds an item behind all others.</summary>
    public void Add(WriteItem item) => _items.Enqueue(item);

    /// <summary>Takes what has its outcome and nothing unfinished before it.</summary>
    public IReadOnlyList<ScheduledReportResult> TakeReady()
    {
        var results = new List<ScheduledReportResult>();
        while (Oldest is { IsOver: true } item)
        {
            // What comes before a group that failed must not be lost with it.
            if (results.Count > 0 && item.Work.IsFaulted)
            {
                break;
            }

            _items.Dequeue();
            ThrowIfFailed(item);
            HasLeftOver |= item.Result is null;
            if (item.Result is { } result)
            {
                HasLeftOver |= ResultStatus.IsLeftOver(result.Status);
                results.Add(item.Present is { } present ? present(result) : result);
            }
        }

        return results;
    }

    /// <summary>Waits for all that is under way, and forgets everything.</summary>
    public async Task GiveUpAsync()
    {
        foreach (var item in _items)
        {
            try
            {
                await item.Work.ConfigureAwait(false);
            }
            catch (Exception)
            {
                // The run was given up: nobody is left to be told.
            }
        }

        _items.Clear();
    }

    // Rethrows what no group should ever throw, once for all its items. What is left of them has no outcome.
    private void ThrowIfFailed(WriteItem item)
    {
        var work = item.Work;
        if (work.IsFaulted && item.Group is { } failed)
        {
            HasLeftOver = true;
            failed.Work = Task.CompletedTask;
            while (Oldest is { IsSettled: false } next && next.Group == failed)
            {
                _items.Dequeue();
            }
        }

#pragma warning disable RS0030 // The work is over, so nothing waits here; this is how its failure is thrown as it was.
        work.GetAwaiter().GetResult();
#pragma warning restore RS0030
    }
}
