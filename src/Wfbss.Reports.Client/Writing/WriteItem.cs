using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>A customer on its way through a run: what has been sent for it, and in the end its one outcome.</summary>
internal sealed class WriteItem(CustomerInput target)
{
    public CustomerInput Target => target;

    /// <summary>The id; only asked for items that have one.</summary>
    public CustomerId Id => target.Id ?? throw new InvalidOperationException("An item without id is settled before it is sent.");

    /// <summary>When its batch got its turn, as a timestamp of the session's clock.</summary>
    public long Started { get; set; }

    /// <summary>How many requests to write named it.</summary>
    public int Attempts { get; private set; }

    /// <summary>
    /// How often it was sent in a request that may have been carried out, with the repeats of one request counted once.
    /// A batch that was refused for a neighbour's sake does not count.
    /// </summary>
    public int Sends { get; private set; }

    /// <summary>The trace id of the last of them.</summary>
    public string? TraceId { get; private set; }

    /// <summary>The outcome, once there is one.</summary>
    public ScheduledReportResult? Result { get; private set; }

    public bool IsSettled => Result is not null;

    /// <summary>Notes that a request named it.</summary>
    public void WasSent(SentRequest sent)
    {
        Attempts += sent.Tries;
        if (sent.Verdict.WriteFate is not WriteFate.Refused) Sends++;
        TraceId = sent.Attempt.TraceId;
    }

    /// <summary>Gives the item its outcome. There is no second one.</summary>
    public void Settle(ScheduledReportResult result) =>
        Result = Result is null ? result : throw new InvalidOperationException($"{target.Text} has an outcome already.");
}

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
