namespace Wfbss.Reports.Overview;

/// <summary>All that an overview shows, worked out and in order; made from what was read, without a call.</summary>
internal sealed class OverviewModel
{
    private OverviewModel(OverviewSource source, IReadOnlyList<OverviewEntry> entries)
    {
        Title = source.Title;
        GeneratedAt = source.GeneratedAt;
        ServiceAddress = source.ServiceAddress;
        HasResults = source.Results.Count > 0;
        Entries = entries;
        Calendar = new OverviewCalendar(entries);
        Counts = OverviewCounts.Of(source.Customers, entries);
    }

    /// <summary>The page's title.</summary>
    public string Title { get; }

    /// <summary>When the customers were read.</summary>
    public DateTimeOffset GeneratedAt { get; }

    /// <summary>The service that they were read from.</summary>
    public Uri ServiceAddress { get; }

    /// <summary>Whether anything is known about earlier runs.</summary>
    public bool HasResults { get; }

    /// <summary>The lines, by customer's name and then by report's name.</summary>
    public IReadOnlyList<OverviewEntry> Entries { get; }

    /// <summary>When the reports run.</summary>
    public OverviewCalendar Calendar { get; }

    /// <summary>The figures on top.</summary>
    public OverviewCounts Counts { get; }

    /// <summary>Works out an overview.</summary>
    public static OverviewModel Of(OverviewSource source)
    {
        ArgumentNullException.ThrowIfNull(source);

        var results = new LastResults(source.Results);
        var entries = source.Customers.SelectMany(customer => CustomerEntries.Of(customer, results)).ToList();
        // Results of customers that were not asked for, last: by now the others have taken theirs.
        entries.AddRange(results.TakeFailures().Select(CustomerEntries.OfUnasked));
        return new OverviewModel(source, [.. entries.OrderBy(entry => entry, EntryOrder.Instance)]);
    }
}

/// <summary>What an overview is made from.</summary>
internal sealed record OverviewSource
{
    /// <summary>The title unless another is given.</summary>
    public const string DefaultTitle = "Scheduled security reports";

    /// <summary>The page's title.</summary>
    public string Title { get; init; } = DefaultTitle;

    /// <summary>When the customers were read.</summary>
    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>The service that they were read from.</summary>
    public required Uri ServiceAddress { get; init; }

    /// <summary>The customers, each once.</summary>
    public required IReadOnlyList<CustomerReading> Customers { get; init; }

    /// <summary>
    /// What earlier runs said, oldest first: for each customer and report the last one counts. Empty if nothing is known
    /// about earlier runs.
    /// </summary>
    public IReadOnlyList<ScheduledReportResult> Results { get; init; } = [];
}

/// <summary>The figures on top of an overview.</summary>
/// <param name="Customers">Customers whose reports were asked for.</param>
/// <param name="Reports">Reports that they have.</param>
/// <param name="Recipients">Different addresses that get at least one report.</param>
/// <param name="Failed">Reports for which the last run did not succeed.</param>
/// <param name="NotRead">Customers whose reports could not be read.</param>
/// <param name="NoReport">Customers without a report.</param>
/// <param name="SwitchedOff">Reports that are switched off.</param>
/// <param name="NeverRun">Reports that have not run yet.</param>
internal sealed record OverviewCounts(
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
