using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// A customer and an operation on their way through a run: what waits for what, what has been sent, and in the end the one
/// outcome. An item carries its own story, so what works on it returns next to nothing.
/// </summary>
internal sealed class WriteItem(CustomerInput input, WriteOperation? operation)
{
    public CustomerInput Input => input;

    /// <summary>The id; only asked for items that have one.</summary>
    public CustomerId Id => input.Id ?? throw new InvalidOperationException("An item without id is settled before it is sent.");

    /// <summary>What is to be done; only asked for items that are to be written.</summary>
    public WriteOperation Operation => operation ?? throw new InvalidOperationException("An item without operation is settled before it is sent.");

    /// <summary>Which report of the customer it is about, for the journal; <see langword="null"/> if nothing is to be done.</summary>
    public string? Target => operation?.Target;

    /// <summary>The report's name, for the result.</summary>
    public string ReportName => operation?.ReportName ?? "";

    /// <summary>The report's id, where it is known beforehand.</summary>
    public int? ReportId => operation?.ReportId;

    /// <summary>The items, of the same customer, that need their outcome before this one is sent.</summary>
    public IReadOnlyList<WriteItem> After { get; init; } = [];

    /// <summary>The one of them without whose success this one must not be sent.</summary>
    public WriteItem? Requires { get; init; }

    /// <summary>Whether it was only asked for in a rehearsal: then it is not sent, and has no outcome.</summary>
    public bool IsRehearsed { get; set; }

    /// <summary>What the service told of the customer's reports before; <see langword="null"/> if they were not asked for.</summary>
    public CustomerAnswer<ScheduledReport>? Answer { get; init; }

    /// <summary>Makes of the outcome what the caller of the run is given.</summary>
    public Func<ScheduledReportResult, ScheduledReportResult>? Present { get; init; }

    /// <summary>The items that it shares a request with, once there are any.</summary>
    public WriteGroup? Group { get; set; }

    /// <summary>When its group got its turn, as a timestamp of the session's clock.</summary>
    public long Started { get; set; }

    /// <summary>How many requests to write named it.</summary>
    public int Attempts { get; private set; }

    /// <summary>
    /// How often it was sent in a request that may have been carried out, with the repeats of one request counted once.
    /// A batch that was refused for a neighbour's sake does not count.
    /// </summary>
    public int Sends { get; private set; }

    /// <summary>Whether the service has accepted a request that named it, whatever it then said of the customer.</summary>
    public bool Accepted { get; set; }

    /// <summary>The trace id of the last request.</summary>
    public string? TraceId { get; private set; }

    /// <summary>The outcome, once there is one.</summary>
    public ScheduledReportResult? Result { get; private set; }

    public bool IsSettled => Result is not null;

    /// <summary>The work on its group; completed where it needs none.</summary>
    public Task Work => Group?.Work ?? Task.CompletedTask;

    /// <summary>Whether nothing more happens to it. Only then may another thread look at its outcome.</summary>
    public bool IsOver => Group is { } group ? group.IsStarted && group.Work.IsCompleted : IsSettled;

    /// <summary>Notes that a request named it.</summary>
    public void WasSent(SentRequest sent)
    {
        Attempts += sent.Tries;
        if (sent.Attempt.Verdict.Fate is not WriteFate.Refused)
        {
            Sends++;
        }

        TraceId = sent.Attempt.TraceId;
    }

    /// <summary>Gives the item its outcome. There is no second one.</summary>
    public void Settle(ScheduledReportResult result) =>
        Result = Result is null ? result : throw new InvalidOperationException($"{input.Text} has an outcome already.");
}

/// <summary>Items whose request is the same: up to ten customers, and the work on them.</summary>
internal sealed class WriteGroup(string fingerprint, long since)
{
    private readonly List<WriteItem> _items = new(CustomerIds.MostPerCall);

    public string Fingerprint => fingerprint;

    /// <summary>When its first item came, as a timestamp.</summary>
    public long Since => since;

    public IReadOnlyList<WriteItem> Items => _items;

    public bool IsFull => _items.Count == CustomerIds.MostPerCall;

    /// <summary>Whether it takes no more items, because it is being worked on or will never be.</summary>
    public bool IsStarted { get; set; }

    /// <summary>The work, once it has begun.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Whether a request could not name this item as well: a customer has one element in a reply.</summary>
    public bool Has(CustomerId customer)
    {
        foreach (var item in _items)
        {
            if (item.Id == customer)
            {
                return true;
            }
        }

        return false;
    }

    public void Add(WriteItem item)
    {
        item.Group = this;
        _items.Add(item);
    }
}
