namespace Wfbss.Reports.Overview;

/// <summary>One line of the overview: a report of a customer, or a customer about whom there is something else to say.</summary>
internal sealed record OverviewEntry
{
    /// <summary>The customer.</summary>
    public required OverviewCustomer Customer { get; init; }

    /// <summary>The report as the service shows it; <see langword="null"/> if there is none.</summary>
    public ScheduledReport? Report { get; init; }

    /// <summary>The report's name; <see langword="null"/> if the line is about no report.</summary>
    public string? ReportName { get; init; }

    /// <summary>When the report runs; <see langword="null"/> if there is none, or the service does not say it in full.</summary>
    public ReportSchedule? Schedule { get; init; }

    /// <summary>What is to be known, the most pressing first; at least one.</summary>
    public required IReadOnlyList<OverviewState> States { get; init; }

    /// <summary>The last run's result, if it did not succeed.</summary>
    public ScheduledReportResult? Failure { get; init; }

    /// <summary>Whether the report runs at a known time: it has a schedule and is not switched off.</summary>
    public bool IsOnCalendar => Schedule is not null && !Is(OverviewState.SwitchedOff);

    /// <summary>Whether a state is among those of this line.</summary>
    public bool Is(OverviewState state) => States.Contains(state);
}

/// <summary>What a reader should know about a line of the overview, the most pressing first.</summary>
internal enum OverviewState
{
    /// <summary>The last run that wrote this report did not succeed for this customer.</summary>
    Failed,

    /// <summary>The customer's reports could not be read.</summary>
    NotRead,

    /// <summary>The customer has no report.</summary>
    NoReport,

    /// <summary>The report is switched off.</summary>
    SwitchedOff,

    /// <summary>The report has not run yet.</summary>
    NeverRun,

    /// <summary>The service does not say whether the report is on.</summary>
    NotStated,

    /// <summary>The report is on and has run.</summary>
    Active,
}

/// <summary>A customer of the overview.</summary>
/// <param name="CustomerId">The id in upper case, or what was given if it is not an ID.</param>
/// <param name="Name">The name; the id where no name is known.</param>
/// <param name="TimeZone">The time zone, as the service writes it.</param>
/// <param name="Failure">Why its reports could not be read; <see langword="null"/> if they could.</param>
/// <param name="WasAsked">Whether its reports were asked for; otherwise only a result names it.</param>
internal sealed record OverviewCustomer(string CustomerId, string Name, string? TimeZone, string? Failure, bool WasAsked);

/// <summary>By customer's name, customer's id, report's name and report's id: the same page from the same customers.</summary>
internal sealed class EntryOrder : IComparer<OverviewEntry>
{
    private static readonly StringComparer Names = StringComparer.InvariantCultureIgnoreCase;

    public static EntryOrder Instance { get; } = new();

    public int Compare(OverviewEntry? x, OverviewEntry? y)
    {
        var order = Names.Compare(x?.Customer.Name, y?.Customer.Name);
        if (order == 0)
        {
            order = string.CompareOrdinal(x?.Customer.CustomerId, y?.Customer.CustomerId);
        }

        if (order == 0)
        {
            order = Names.Compare(x?.ReportName, y?.ReportName);
        }

        return order == 0 ? Nullable.Compare(x?.Report?.ReportId, y?.Report?.ReportId) : order;
    }
}
