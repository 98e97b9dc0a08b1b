namespace Wfbss.Reports.Overview;

/// <summary>One line of the overview: a report of a customer, or a customer about whom there is something else to say.</summary>
public sealed record OverviewEntry
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
