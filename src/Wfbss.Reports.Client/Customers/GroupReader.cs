using System.Runtime.CompilerServices;
using System.Text.Json;
using Wfbss.Reports.Errors;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Customers;

/// <summary>Reads the groups of customers, whose ids a report can be limited to.</summary>
/// <param name="session">The session to read with.</param>
/// <param name="log">Where to say what is being done.</param>
public sealed class GroupReader(WfbssSession session, IOperationLog? log = null)
{
    private readonly RequestSender _sender = new(session, log ?? NullOperationLog.Instance);

    /// <summary>Reads the groups of up to ten customers. Customers that the service does not know have none.</summary>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public async IAsyncEnumerable<CustomerGroup> ReadAsync(
        IReadOnlyList<CustomerId> ids,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var customers = PagedReading.ItemsAsync(
            _sender, RequestFor, PagedReading.LargestPage, reply => reply.Items("customers"), cancellationToken);
        await foreach (var customer in customers.ConfigureAwait(false))
        {
            if (!CustomerId.TryParse(customer.Text("id"), out var id)) continue;
            foreach (var group in customer.Items("groups").Select(json => Read(id, json)).OfType<CustomerGroup>()) yield return group;
        }

        ServiceRequest RequestFor(int page) => ServiceRequest.Get(
            "customers/groups",
            new ServiceQuery().Customers(ids).Add("page", page).Add("limit", PagedReading.LargestPage),
            ids);
    }

    private CustomerGroup? Read(CustomerId customer, JsonElement json) => json.Number("id") is { } groupId
        ? new CustomerGroup
        {
            CustomerId = customer.ToString(),
            CustomerName = _sender.Session.KnownCustomers.NameOf(customer),
            GroupId = groupId,
            Name = json.Text("name") ?? "",
            Type = json.Number("type"),
        }
        : null;
}
