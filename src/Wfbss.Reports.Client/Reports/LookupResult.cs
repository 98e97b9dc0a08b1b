using Wfbss.Reports.Customers;

namespace Wfbss.Reports.Reports;

/// <summary>What a look-up found. A customer that is in neither is unknown to the service.</summary>
/// <param name="Reports">The reports of each customer that the service knows; possibly none.</param>
/// <param name="Refused">The customers whose reports the service refuses to show, with its words.</param>
internal sealed record LookupResult(
    IReadOnlyDictionary<CustomerId, IReadOnlyList<ScheduledReport>> Reports,
    IReadOnlyDictionary<CustomerId, string> Refused);
