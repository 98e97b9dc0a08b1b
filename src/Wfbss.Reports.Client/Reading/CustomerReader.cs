using System.Runtime.CompilerServices;
using System.Text.Json;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Reading;

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
            await foreach (var customer in customers.ConfigureAwait(false))
            {
                yield return customer;
            }
        }
    }

    /// <summary>Reads up to ten customers; one that the service refuses does not sink the others.</summary>
    /// <param name="ids">The customers, at most ten.</param>
    /// <param name="refused">Takes those that the service refuses, and why.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Those that the service knows.</returns>
    /// <exception cref="WfbssException">The service does not answer, or refuses the caller.</exception>
    internal async Task<IReadOnlyList<Customer>> FindCallAsync(
        IReadOnlyList<CustomerId> ids,
        Dictionary<CustomerId, string> refused,
        CancellationToken cancellationToken)
    {
        var found = new List<Customer>();
        await Bisection.ReadAsync(ids, refused, async part =>
        {
            await foreach (var customer in FindAsync(part, cancellationToken).ConfigureAwait(false))
            {
                found.Add(customer);
            }
        }).ConfigureAwait(false);
        return found;
    }

    private async IAsyncEnumerable<Customer> PagesAsync(
        string? keyword,
        IReadOnlyList<CustomerId>? ids,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A customer that is added meanwhile pushes the last one of a page to the next.
        var seen = new HashSet<CustomerId>();
        var items = PagedReading.ItemsAsync(_sender, RequestFor, pageSize, reply => reply.Items("customers"), cancellationToken);
        await foreach (var json in items.ConfigureAwait(false))
        {
            var customer = CustomerJson.Read(json);
            if (CustomerId.TryParse(customer.CustomerId, out var id))
            {
                if (!seen.Add(id))
                {
                    continue;
                }

                _sender.Session.CustomerNames.Add(id, customer.Name);
            }

            yield return customer;
        }

        ServiceRequest RequestFor(int page)
        {
            var query = new ServiceQuery();
            if (ids is not null)
            {
                query.Customers(ids);
            }

            return ServiceRequest.Get("customers", query.Add("q", keyword).Add("page", page).Add("limit", pageSize), ids);
        }
    }
}

/// <summary>Reads customers from the service's JSON.</summary>
internal static class CustomerJson
{
    public static Customer Read(JsonElement json) => new()
    {
        CustomerId = CustomerIds.Normalise(json.Text("id")),
        Name = json.Text("name") ?? "",
        TimeZone = json.Text("time_zone"),
        SeatCount = json.Number("seat_count"),
        Expires = json.Text("expire"),
        LicensePeriod = json.Text("license_period"),
        AutoRenewal = AsBoolean(json.Text("auto_renewal")),
        LicenseType = LicenseTypeOf(json.Text("license_type")),
        Subscription = json.Text("sp_subscription"),
        Eid = json.Text("eid"),
    };

    private static string? LicenseTypeOf(string? text) => text switch
    {
        "0" => "Trial",
        "1" => "Full",
        _ => text,
    };

    private static bool? AsBoolean(string? text) => text?.ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => null,
    };
}
