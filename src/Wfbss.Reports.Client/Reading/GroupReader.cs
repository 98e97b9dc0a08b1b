using System.Runtime.CompilerServices;
using System.Text.Json;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Reading;

/// <summary>Reads the groups of customers, whose ids a report can be limited to.</summary>
public sealed class GroupReader
{
    private readonly CustomerLookup<CustomerGroup> _lookup;

    /// <summary>Makes a reader.</summary>
    /// <param name="session">The session to read with.</param>
    /// <param name="log">Where to say what is being done.</param>
    public GroupReader(WfbssSession session, IOperationLog? log = null)
    {
        var sender = new RequestSender(session, log ?? NullOperationLog.Instance);
        _lookup = new CustomerLookup<CustomerGroup>(sender, new GroupSource(sender));
    }

    /// <summary>
    /// Reads the groups of any number of customers, ten at a time, as they are asked for. Customers that the service does
    /// not know or refuses to show are left out.
    /// </summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WfbssException">The service does not answer, or refuses the caller.</exception>
    public async IAsyncEnumerable<CustomerGroup> ReadAsync(
        IEnumerable<CustomerId> ids,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var call in CustomerIds.InCalls(ids))
        {
            var answers = await ReadCallAsync(call, cancellationToken).ConfigureAwait(false);
            foreach (var group in call.Distinct().SelectMany(id => answers[id].Items))
            {
                yield return group;
            }
        }
    }

    /// <summary>Reads the groups of up to ten customers. One that the service refuses does not affect the others.</summary>
    /// <exception cref="WfbssException">The service does not answer, or refuses the caller.</exception>
    internal Task<IReadOnlyDictionary<CustomerId, CustomerAnswer<CustomerGroup>>> ReadCallAsync(
        IReadOnlyList<CustomerId> ids,
        CancellationToken cancellationToken) => _lookup.ReadAsync(ids, cancellationToken);
}

/// <summary>The groups of up to ten customers in one call (source: service/smpi.md, "GET customers/groups").</summary>
internal sealed class GroupSource(RequestSender sender) : ICustomerSource<CustomerGroup>
{
    // Every customer has two groups from the start.
    public bool MayLeaveOutWhoHasNone => false;

    public async IAsyncEnumerable<(CustomerId Id, CustomerAnswer<CustomerGroup> Answer)> ReadAsync(
        IReadOnlyList<CustomerId> ids,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var customers = PagedReading.ItemsAsync(
            sender, page => RequestFor(ids, page), PagedReading.LargestPage, reply => reply.Items("customers"), cancellationToken);
        await foreach (var customer in customers.ConfigureAwait(false))
        {
            if (customer.Id("id") is { } id)
            {
                yield return (id, Read(id, customer));
            }
        }
    }

    public CustomerAnswer<CustomerGroup> Merge(CustomerAnswer<CustomerGroup> earlier, CustomerAnswer<CustomerGroup> later)
    {
        if (earlier.Kind is not AnswerKind.Known)
        {
            return earlier;
        }

        return later.Kind is AnswerKind.Known ? CustomerAnswer<CustomerGroup>.Known([.. earlier.Items, .. later.Items]) : later;
    }

    private static ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids, int page) => ServiceRequest.Get(
        "customers/groups",
        new ServiceQuery().Customers(ids).Add("page", page).Add("limit", PagedReading.LargestPage),
        ids);

    private CustomerAnswer<CustomerGroup> Read(CustomerId id, JsonElement customer) =>
        customer.Member("groups") is { ValueKind: JsonValueKind.Array } list
            ? CustomerAnswer<CustomerGroup>.Known([.. list.EnumerateArray().Select(json => ReadGroup(id, json)).OfType<CustomerGroup>()])
            : CustomerAnswer<CustomerGroup>.NotRead("the reply does not tell its groups");

    private CustomerGroup? ReadGroup(CustomerId customer, JsonElement json) => json.Number("id") is { } groupId
        ? new CustomerGroup
        {
            CustomerId = customer.ToString(),
            CustomerName = sender.Session.CustomerNames.NameOf(customer),
            GroupId = groupId,
            Name = json.Text("name") ?? "",
            Type = json.Number("type"),
        }
        : null;
}
