using System.Runtime.CompilerServices;
using Wfbss.Reports.Errors;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Customers;

/// <summary>Lists customers, asking for a page only when it is wanted.</summary>
public sealed class CustomerReader
{
    /// <summary>The largest page that the service gives (source: service/smpi.md).</summary>
    public const int LargestPage = 100;

    private readonly RequestSender _sender;

    /// <summary>Makes a reader.</summary>
    /// <param name="session">The session to read with.</param>
    /// <param name="log">Where to say what is being done.</param>
    public CustomerReader(WfbssSession session, IOperationLog? log = null)
        : this(new RequestSender(session, log ?? NullOperationLog.Instance))
    {
    }

    internal CustomerReader(RequestSender sender) => _sender = sender;

    /// <summary>Lists customers in the service's order.</summary>
    /// <param name="keyword">What the company's name contains; <see langword="null"/> for all.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 100.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public IAsyncEnumerable<Customer> ListAsync(
        string? keyword = null,
        int pageSize = LargestPage,
        CancellationToken cancellationToken = default) =>
        PagesAsync(keyword, ids: null, pageSize, cancellationToken);

    /// <summary>Reads the customers with these ids, in tens. Ids that the service does not know are left out.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public async IAsyncEnumerable<Customer> FindAsync(
        IEnumerable<CustomerId> ids,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var call in CustomerIds.InCalls(ids))
        {
            var customers = PagesAsync(keyword: null, call, LargestPage, cancellationToken);
            await foreach (var customer in customers.ConfigureAwait(false)) yield return customer;
        }
    }

    private async IAsyncEnumerable<Customer> PagesAsync(
        string? keyword,
        IReadOnlyList<CustomerId>? ids,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var page = 1; ; page++)
        {
            var query = new ServiceQuery();
            if (ids is not null) query.Customers(ids);
            query.Add("q", keyword).Add("page", page).Add("limit", pageSize);

            var reply = await _sender
                .ReadAsync(ServiceRequest.Get("customers", query, ids), cancellationToken).ConfigureAwait(false);
            var count = 0;
            foreach (var json in reply.Items("customers"))
            {
                var customer = CustomerJson.Read(json);
                if (CustomerId.TryParse(customer.CustomerId, out var id)) _sender.Session.KnownCustomers.Add(id, customer.Name);
                count++;
                yield return customer;
            }

            // An empty page ends the list whatever the total says: it may have shrunk meanwhile.
            var paging = reply.Member("paging");
            if (count == 0 || page >= PageCount(paging?.Number("total"), paging?.Number("limit") ?? pageSize)) yield break;
        }
    }

    private static int PageCount(int? total, int limit) => total is null || limit < 1 ? 1 : ((total.Value - 1) / limit) + 1;
}
