using Wfbss.Reports.Customers;
using Wfbss.Reports.Errors;
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

    /// <exception cref="WfbssException">The service does not answer, or refuses the caller.</exception>
    public async Task<LookupResult> ReadAsync(IReadOnlyList<CustomerId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<CustomerId, IReadOnlyList<ScheduledReport>>();
        var refused = new Dictionary<CustomerId, string>();
        await HalvingAsync(ids, refused, async part =>
        {
            var reports = await _reports.ReadCallAsync(part, cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (var entry in reports) found[entry.Key] = entry.Value;
        }).ConfigureAwait(false);

        // Whether the service lists a customer without reports with an empty list, or not at all, is not known.
        var leftOut = ids.Where(id => !found.ContainsKey(id) && !refused.ContainsKey(id)).ToArray();
        if (leftOut.Length > 0)
        {
            await HalvingAsync(leftOut, refused, async part =>
            {
                var known = _customers.FindAsync(part, cancellationToken);
                await foreach (var customer in known.ConfigureAwait(false))
                {
                    if (CustomerId.TryParse(customer.CustomerId, out var id)) found[id] = [];
                }
            }).ConfigureAwait(false);
        }

        return new LookupResult(found, refused);
    }

    private static async Task HalvingAsync(
        IReadOnlyList<CustomerId> ids,
        Dictionary<CustomerId, string> refused,
        Func<IReadOnlyList<CustomerId>, Task> read)
    {
        try
        {
            await read(ids).ConfigureAwait(false);
        }
        catch (WfbssException exception) when (exception.Kind is WfbssErrorKind.RequestRefused)
        {
            if (ids.Count == 1)
            {
                refused[ids[0]] = exception.Message;
                return;
            }

            var half = ids.Count / 2;
            await HalvingAsync([.. ids.Take(half)], refused, read).ConfigureAwait(false);
            await HalvingAsync([.. ids.Skip(half)], refused, read).ConfigureAwait(false);
        }
    }
}
