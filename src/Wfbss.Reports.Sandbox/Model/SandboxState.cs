using System.Collections.Concurrent;

namespace Wfbss.Reports.Sandbox;

/// <summary>The customers, their reports, and what tests have arranged for single customers.</summary>
public sealed class SandboxState
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<Guid, Arrangement> _arrangements = new();
    private CustomerDirectory _directory;

    internal SandboxState(IEnumerable<SandboxCustomer> customers) => _directory = new CustomerDirectory([.. customers]);

    /// <summary>All customers in the order in which <c>GET customers</c> lists them.</summary>
    public IReadOnlyList<SandboxCustomer> Customers => Listing;

    /// <summary>The customer with this id, or null.</summary>
    public SandboxCustomer? Find(Guid customerId) => Volatile.Read(ref _directory).Index.GetValueOrDefault(customerId);

    /// <summary>Adds a customer at the end of the listing.</summary>
    public SandboxCustomer AddCustomer(SandboxCustomer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        lock (_gate)
        {
            Volatile.Write(ref _directory, new CustomerDirectory([.. _directory.Listing, customer]));
        }

        return customer;
    }

    /// <summary>Adds a customer with a fresh id at the end of the listing.</summary>
    public SandboxCustomer AddCustomer(string name) => AddCustomer(new SandboxCustomer(Guid.NewGuid(), name));

    /// <summary>Takes a customer away, so that requests that name it are silently answered without it.</summary>
    public bool RemoveCustomer(Guid customerId)
    {
        lock (_gate)
        {
            if (!_directory.Index.ContainsKey(customerId))
            {
                return false;
            }

            Volatile.Write(ref _directory, new CustomerDirectory([.. _directory.Listing.Where(customer => customer.Id != customerId)]));
            return true;
        }
    }

    /// <summary>Stores a report without a request, whatever the limit; returns it with its id.</summary>
    public SandboxReport AddReport(Guid customerId, SandboxReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Known(customerId).Create(report)!;
    }

    /// <summary>Stores a report given as a request body.</summary>
    public SandboxReport AddReport(Guid customerId, string json) => AddReport(customerId, SandboxReport.Parse(json));

    /// <summary>Deletes all reports of one customer.</summary>
    public void ClearReports(Guid customerId) => Known(customerId).Delete(_ => true);

    /// <summary>Deletes all reports of all customers.</summary>
    public void ClearReports()
    {
        foreach (var customer in Customers)
        {
            customer.Delete(_ => true);
        }
    }

    /// <summary>Writes that name this customer get this element for it, and nothing is stored.</summary>
    /// <param name="customerId">A known customer.</param>
    /// <param name="result">The element's <c>result</c>, for example <c>SpecError</c>.</param>
    /// <param name="message">The element's <c>message</c>.</param>
    /// <param name="times">How many elements; afterwards the customer is as before.</param>
    public void Answer(Guid customerId, string result, string message = "", int times = int.MaxValue) =>
        _arrangements[customerId] = new Arrangement(ArrangementKind.Answer, result, message, times);

    /// <summary>Every write that names this customer is answered 400 with this message.</summary>
    public void Refuse(Guid customerId, string message = "Invalid cids") =>
        _arrangements[customerId] = new Arrangement(ArrangementKind.Refuse, "", message, int.MaxValue);

    /// <summary>Every request that names this customer is answered 404.</summary>
    public void Expire(Guid customerId) =>
        _arrangements[customerId] = new Arrangement(ArrangementKind.Expire, "", "The customer has expired.", int.MaxValue);

    /// <summary>Takes back what <see cref="Answer"/>, <see cref="Refuse"/> or <see cref="Expire"/> arranged.</summary>
    public void Forget(Guid customerId) => _arrangements.TryRemove(customerId, out _);

    internal SandboxCustomer[] Listing => Volatile.Read(ref _directory).Listing;

    internal Arrangement? ArrangementFor(Guid customerId) => _arrangements.GetValueOrDefault(customerId);

    private SandboxCustomer Known(Guid customerId) =>
        Find(customerId) ?? throw new ArgumentException($"The sandbox has no customer {customerId}.", nameof(customerId));
}
