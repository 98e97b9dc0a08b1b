namespace Wfbss.Reports.Writing;

/// <summary>Customers that are sent together, and the work on them. Items without a valid id ride along to keep the order.</summary>
internal sealed class WriteBatch
{
    private readonly List<WriteItem> _items = [];

    public IReadOnlyList<WriteItem> Items => _items;

    /// <summary>The items that are still to be sent.</summary>
    public IReadOnlyList<WriteItem> Open => [.. _items.Where(item => !item.IsSettled)];

    /// <summary>How many of the items are sent.</summary>
    public int Sendable { get; private set; }

    /// <summary>The work, once it has begun.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    public void Add(WriteItem item)
    {
        _items.Add(item);
        if (!item.IsSettled) Sendable++;
    }
}
