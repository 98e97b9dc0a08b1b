using System.Runtime.CompilerServices;
using System.Text.Json;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Reading;

/// <summary>Reads the groups of customers, whose ids a report can be limited to.</summary>
/// <param name="session">The session to read with.</param>
/// <param name="log">Where to say what is being done.</param>
public sealed class GroupReader(WfbssSession session, IOperationLog? log = null)
{
    private readonly RequestSender _sender = new(session, log ?? NullOperationLog.Instance);

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
            var seen = await ReadCallAsync(call, cancellationToken).ConfigureAwait(false);
            foreach (var group in call.Where(seen.Groups.ContainsKey).SelectMany(id => seen.Groups[id])) yield return group;
        }
    }

    /// <summary>Reads the groups of up to ten customers. One that the service refuses does not sink the others.</summary>
    /// <exception cref="WfbssException">The service does not answer, or refuses the caller.</exception>
    internal async Task<CustomerGroups> ReadCallAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<CustomerId, IReadOnlyList<CustomerGroup>>();
        var refused = new Dictionary<CustomerId, string>();
        await Bisection.ReadAsync(ids, refused, async part =>
        {
            var customers = PagedReading.ItemsAsync(
                _sender, page => RequestFor(part, page), PagedReading.LargestPage, reply => reply.Items("customers"), cancellationToken);
            await foreach (var customer in customers.ConfigureAwait(false))
            {
                if (customer.Id("id") is not { } id) continue;
                var groups = customer.Items("groups").Select(json => Read(id, json)).OfType<CustomerGroup>();
                found[id] = found.TryGetValue(id, out var earlier) ? [.. earlier, .. groups] : [.. groups];
            }
        }).ConfigureAwait(false);
        return new CustomerGroups(found, refused);
    }

    private static ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids, int page) => ServiceRequest.Get(
        "customers/groups",
        new ServiceQuery().Customers(ids).Add("page", page).Add("limit", PagedReading.LargestPage),
        ids);

    private CustomerGroup? Read(CustomerId customer, JsonElement json) => json.Number("id") is { } groupId
        ? new CustomerGroup
        {
            CustomerId = customer.ToString(),
            CustomerName = _sender.Session.CustomerNames.NameOf(customer),
            GroupId = groupId,
            Name = json.Text("name") ?? "",
            Type = json.Number("type"),
        }
        : null;
}

/// <summary>What the service says of customers' groups. A customer that is in neither is unknown to it.</summary>
/// <param name="Groups">The groups of each customer that the service knows.</param>
/// <param name="Refused">The customers whose groups the service refuses to show, with its words.</param>
internal sealed record CustomerGroups(
    IReadOnlyDictionary<CustomerId, IReadOnlyList<CustomerGroup>> Groups,
    IReadOnlyDictionary<CustomerId, string> Refused);
