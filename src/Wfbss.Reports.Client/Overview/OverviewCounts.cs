namespace Wfbss.Reports.Overview;

/// <summary>The figures on top of an overview.</summary>
/// <param name="Customers">Customers whose reports were asked for.</param>
/// <param name="Reports">Reports that they have.</param>
/// <param name="Recipients">Different addresses that get at least one report.</param>
/// <param name="Failed">Reports for which the last run did not succeed.</param>
/// <param name="NotRead">Customers whose reports could not be read.</param>
/// <param name="NoReport">Customers without a report.</param>
/// <param name="SwitchedOff">Reports that are switched off.</param>
/// <param name="NeverRun">Reports that have not run yet.</param>
public sealed record OverviewCounts(
    int Customers, int Reports, int Recipients, int Failed, int NotRead, int NoReport, int SwitchedOff, int NeverRun)
{
    internal static OverviewCounts Of(IReadOnlyList<CustomerReading> customers, IReadOnlyList<OverviewEntry> entries)
    {
        int Count(OverviewState state) => entries.Count(entry => entry.Is(state));

        var recipients = entries
            .Where(entry => entry.Report is { SendEmail: not false, Recipients: not null })
            .SelectMany(entry => entry.Report!.Recipients!)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return new OverviewCounts(
            customers.Count,
            customers.Sum(customer => customer.Reports?.Count ?? 0),
            recipients.Count(),
            Count(OverviewState.Failed),
            customers.Count(customer => customer.Reports is null),
            customers.Count(customer => customer.Reports is { Count: 0 }),
            Count(OverviewState.SwitchedOff),
            Count(OverviewState.NeverRun));
    }
}
