namespace Wfbss.Reports.Overview;

/// <summary>All that an overview shows, worked out and in order; made from what was read, without a call.</summary>
public sealed class OverviewModel
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
