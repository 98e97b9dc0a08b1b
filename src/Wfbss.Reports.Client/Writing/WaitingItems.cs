namespace Wfbss.Reports.Writing;

/// <summary>Items that have to wait for others of their customer: nothing of them is sent before those are over.</summary>
internal sealed class WaitingItems
{
    private readonly List<WriteItem> _items = [];

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>Adds an item that waits for others.</summary>
    public void Add(WriteItem item) => _items.Add(item);

    /// <summary>Takes the first that need not wait any more; <see langword="null"/> if all have to.</summary>
    public WriteItem? TakeReleased()
    {
        var index = _items.FindIndex(item => item.After.All(other => other.IsOver));
        if (index < 0)
        {
            return null;
        }

        var released = _items[index];
        _items.RemoveAt(index);
        return released;
    }

    /// <summary>The item that has to be over first: itself, or the first that it waits for, however long the chain.</summary>
    public static WriteItem WaitedFor(WriteItem item)
    {
        while (item.Group is null && item.After.FirstOrDefault(other => !other.IsOver) is { } blocker)
        {
            item = blocker;
        }

        return item;
    }
}
