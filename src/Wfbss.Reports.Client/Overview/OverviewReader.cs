using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Overview;

/// <summary>Reads what an overview is about: customers, and the reports of each. What cannot be read is said to be so.</summary>
internal sealed class OverviewReader(RequestSender sender, int throttleLimit)
{
    private readonly CustomerReader _customers = new(sender);

    /// <summary>Reads the reports of customers, each of which is in the list once.</summary>
    /// <param name="targets">The customers.</param>
    /// <param name="known">Customers that were read already.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One entry for each customer, in the same order.</returns>
    /// <exception cref="WfbssException">The service refuses the key pair.</exception>
    public async Task<IReadOnlyList<CustomerReading>> ReadAsync(
        IReadOnlyList<CustomerInput> targets,
        IEnumerable<Customer> known,
        CancellationToken cancellationToken)
    {
        var stop = new RunStop();
        var surveyed = await new FleetReader(sender, throttleLimit, stop).ReadAsync(targets, cancellationToken).ConfigureAwait(false);
        if (stop.Failure is { } failure)
        {
            throw failure;
        }

        var details = new Dictionary<string, Customer>();
        foreach (var customer in known)
        {
            details[customer.CustomerId] = customer;
        }

        await AddMissingAsync(details, surveyed, cancellationToken).ConfigureAwait(false);
        return [.. surveyed.Select(customer => Describe(customer, details))];
    }

    private async Task AddMissingAsync(
        Dictionary<string, Customer> details,
        IReadOnlyList<CustomerReports> surveyed,
        CancellationToken cancellationToken)
    {
        CustomerId[] missing =
        [
            .. surveyed
                .Where(customer => customer.Failure is null && !details.ContainsKey(customer.CustomerId))
                .Select(customer => customer.Input.Id!.Value),
        ];
        if (missing.Length == 0)
        {
            return;
        }

        // Pages of a hundred are cheaper than calls for ten as soon as there are more than a few calls.
        var found = missing.Length > CustomerReader.LargestPage
            ? _customers.ListAsync(cancellationToken: cancellationToken)
            : _customers.FindAsync(missing, cancellationToken);
        try
        {
            await foreach (var customer in found.ConfigureAwait(false))
            {
                details[customer.CustomerId] = customer;
            }
        }
        catch (WfbssException failure) when (failure.Kind is not WfbssErrorKind.AccessDenied)
        {
            // An overview with ids in place of some names is better than none.
            sender.Log.Warning($"The names and time zones of some customers could not be read. {failure.Message}");
        }
    }

    private static CustomerReading Describe(CustomerReports surveyed, Dictionary<string, Customer> details)
    {
        var customer = details.TryGetValue(surveyed.CustomerId, out var found) ? found : null;
        return surveyed.ToReading() with
        {
            CustomerName = customer?.Name ?? surveyed.Name,
            TimeZone = customer?.TimeZone,
        };
    }
}
