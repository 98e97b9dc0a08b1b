using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Reading;

/// <summary>
/// Finds out what up to ten customers have: one that the service refuses does not affect the others, and one that a reply
/// leaves out is neither taken for one that has nothing nor for one that the service does not know, until the service has
/// said so repeatedly.
/// </summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="source">Reads one call.</param>
internal sealed class CustomerLookup<T>(RequestSender sender, ICustomerSource<T> source)
{
    // A reply that leaves out a customer by mistake must not be taken for proof. At two mistakes in a hundred replies, two
    // in a row would still make a second report somewhere in every few thousand lost answers, and call a customer without
    // reports unknown once in every few thousand reads of a service that never lists such customers.
    private const int ReadsThatProve = 3;

    private readonly CustomerReader _customers = new(sender);

    private int MostReads => Math.Max(ReadsThatProve, 1 + sender.Session.MaximumRetryCount);

    /// <summary>Reads; of a customer that occurs several times, once.</summary>
    /// <exception cref="WfbssException">The service does not answer, or refuses the caller.</exception>
    public async Task<IReadOnlyDictionary<CustomerId, CustomerAnswer<T>>> ReadAsync(
        IReadOnlyList<CustomerId> ids,
        CancellationToken cancellationToken)
    {
        var answers = new Dictionary<CustomerId, CustomerAnswer<T>>();
        var listed = new HashSet<CustomerId>();
        var open = ids.Distinct().ToArray();
        for (var reads = 1; open.Length > 0; reads++)
        {
            var read = await ReadOnceAsync(open, cancellationToken).ConfigureAwait(false);
            foreach (var answer in read)
            {
                answers[answer.Key] = answer.Value;
            }

            open = [.. open.Where(id => !read.TryGetValue(id, out var answer) || answer.Kind is AnswerKind.NotRead)];
            await AskForCustomersAsync(open, listed, answers, cancellationToken).ConfigureAwait(false);
            open = [.. open.Where(id => NeedsAnotherRead(id, reads, listed, answers))];
            if (open.Length == 0)
            {
                break;
            }

            var why = $"The reply tells nothing of {open.Length} customer{(open.Length == 1 ? "" : "s")}, so they are read again";
            await sender.BackOffAsync(reads, why, cancellationToken).ConfigureAwait(false);
        }

        return ids.Distinct().ToDictionary(id => id, id => answers.TryGetValue(id, out var answer) ? answer : LeftOut(id, listed));
    }

    /// <summary>One call, with the answers of those that its reply tells something of.</summary>
    private async Task<Dictionary<CustomerId, CustomerAnswer<T>>> ReadOnceAsync(
        IReadOnlyList<CustomerId> ids,
        CancellationToken cancellationToken)
    {
        var answers = new Dictionary<CustomerId, CustomerAnswer<T>>();
        var refused = new Dictionary<CustomerId, string>();
        await Bisection.ReadAsync(ids, refused, async part =>
        {
            await foreach (var (id, answer) in source.ReadAsync(part, cancellationToken).ConfigureAwait(false))
            {
                answers[id] = answers.TryGetValue(id, out var earlier) ? source.Merge(earlier, answer) : answer;
            }
        }).ConfigureAwait(false);
        foreach (var entry in refused)
        {
            answers[entry.Key] = CustomerAnswer<T>.Refused(entry.Value);
        }

        return answers;
    }

    /// <summary>Whether the service lists those that it left out: it may leave out a customer that has nothing.</summary>
    private async Task AskForCustomersAsync(
        IEnumerable<CustomerId> open,
        HashSet<CustomerId> listed,
        Dictionary<CustomerId, CustomerAnswer<T>> answers,
        CancellationToken cancellationToken)
    {
        CustomerId[] leftOut = [.. open.Where(id => !listed.Contains(id) && !answers.ContainsKey(id))];
        if (leftOut.Length == 0)
        {
            return;
        }

        var refused = new Dictionary<CustomerId, string>();
        foreach (var customer in await _customers.FindCallAsync(leftOut, refused, cancellationToken).ConfigureAwait(false))
        {
            if (CustomerId.TryParse(customer.CustomerId, out var id))
            {
                listed.Add(id);
            }
        }

        foreach (var entry in refused)
        {
            answers[entry.Key] = CustomerAnswer<T>.Refused(entry.Value);
        }
    }

    private bool NeedsAnotherRead(
        CustomerId id,
        int reads,
        HashSet<CustomerId> listed,
        Dictionary<CustomerId, CustomerAnswer<T>> answers)
    {
        if (answers.TryGetValue(id, out var answer))
        {
            return answer.Kind is AnswerKind.NotRead && reads < MostReads;
        }

        // Where leaving out means nothing, only the budget ends the asking.
        return reads < (source.MayLeaveOutWhoHasNone || !listed.Contains(id) ? ReadsThatProve : MostReads);
    }

    private CustomerAnswer<T> LeftOut(CustomerId id, HashSet<CustomerId> listed)
    {
        if (!listed.Contains(id))
        {
            return CustomerAnswer<T>.UnknownToService;
        }

        return source.MayLeaveOutWhoHasNone
            ? CustomerAnswer<T>.Known([])
            : CustomerAnswer<T>.NotRead("the service knows the customer, and left it out of its reply");
    }
}

/// <summary>Reads something that customers have, for up to ten in one call.</summary>
internal interface ICustomerSource<T>
{
    /// <summary>
    /// Whether a customer that the service knows and repeatedly leaves out may be one that has nothing. It cannot be where
    /// the service is known to list such customers.
    /// </summary>
    bool MayLeaveOutWhoHasNone { get; }

    /// <summary>Reads one call. A customer that the reply leaves out is left out; one may come several times.</summary>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    IAsyncEnumerable<(CustomerId Id, CustomerAnswer<T> Answer)> ReadAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>What two elements about one customer tell together.</summary>
    CustomerAnswer<T> Merge(CustomerAnswer<T> earlier, CustomerAnswer<T> later);
}
