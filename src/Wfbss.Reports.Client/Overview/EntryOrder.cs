namespace Wfbss.Reports.Overview;

/// <summary>By customer's name, customer's id, report's name and report's id: the same page from the same customers.</summary>
internal sealed class EntryOrder : IComparer<OverviewEntry>
{
    private static readonly StringComparer Names = StringComparer.InvariantCultureIgnoreCase;

    public static EntryOrder Instance { get; } = new();

    public int Compare(OverviewEntry? x, OverviewEntry? y)
    {
        var order = Names.Compare(x?.Customer.Name, y?.Customer.Name);
        if (order == 0) order = string.CompareOrdinal(x?.Customer.CustomerId, y?.Customer.CustomerId);
        if (order == 0) order = Names.Compare(x?.ReportName, y?.ReportName);
        return order == 0 ? Nullable.Compare(x?.Report?.ReportId, y?.Report?.ReportId) : order;
    }
}
