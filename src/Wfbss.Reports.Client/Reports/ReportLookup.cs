using Wfbss.Reports.Customers;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Reports;

/// <summary>
/// Finds out for certain what reports up to ten customers have: one that the service refuses does not sink the others,
/// and one that it leaves out is told from one that has no report.
/// </summary>
internal sealed class ReportLookup(RequestSender sender)
{
    private readonly ReportReader _reports = new(sender);
    private readonly CustomerReader _customers = new(sender);

    /// <exception cref="Errors.WfbssException">The service does not answer, or refuses the caller.</exception>
    public async Task<LookupResult> ReadAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<CustomerId, IReadOnlyList<ScheduledReport>>();
        var refused = new Dictionary<CustomerId, string>();
        await Halving.ReadAsync(ids, refused, async part =>
        {
            var reports = await _reports.ReadCallAsync(part, refused, cancellationToken).ConfigureAwait(false);
            foreach (var entry in reports) found[entry.Key] = entry.Value;
        }).ConfigureAwait(false);

        // Whether the service lists a customer without reports with an empty list, or not at all, is not known.
        var leftOut = ids.Where(id => !found.ContainsKey(id) && !refused.ContainsKey(id)).ToArray();
        if (leftOut.Length > 0)
        {
            foreach (var customer in await _customers.FindCallAsync(leftOut, refused, cancellationToken).ConfigureAwait(false))
            {
                if (CustomerId.TryParse(customer.CustomerId, out var id)) found[id] = [];
            }
        }

        return new LookupResult(found, refused);
    }
}
