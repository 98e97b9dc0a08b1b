using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Reading;

/// <summary>
/// Finds out for certain what reports up to ten customers have: one that the service refuses does not sink the others,
/// and one that it leaves out is told from one that has no report.
/// </summary>
internal sealed class ReportLookup(RequestSender sender)
{
    private readonly ReportReader _reports = new(sender);
    private readonly CustomerReader _customers = new(sender);

    /// <exception cref="WfbssException">The service does not answer, or refuses the caller.</exception>
    public async Task<LookupResult> ReadAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<CustomerId, IReadOnlyList<ScheduledReport>>();
        var refused = new Dictionary<CustomerId, string>();
        await Bisection.ReadAsync(ids, refused, async part =>
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

/// <summary>What a look-up found. A customer that is in neither is unknown to the service.</summary>
/// <param name="Reports">The reports of each customer that the service knows; possibly none.</param>
/// <param name="Refused">The customers whose reports the service refuses to show, with its words.</param>
internal sealed record LookupResult(
    IReadOnlyDictionary<CustomerId, IReadOnlyList<ScheduledReport>> Reports,
    IReadOnlyDictionary<CustomerId, string> Refused);
