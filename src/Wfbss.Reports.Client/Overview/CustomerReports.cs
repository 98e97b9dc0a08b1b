using Wfbss.Reports.Reports;

namespace Wfbss.Reports.Overview;

/// <summary>What could be read about one customer.</summary>
public sealed record CustomerReports
{
    /// <summary>The customer's id in upper case, or what was given if it is no id.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer's name, where it is known.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The customer's time zone, as the service writes it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The customer's reports; <see langword="null"/> if they could not be read, which is not the same as none.</summary>
    public IReadOnlyList<ScheduledReport>? Reports { get; init; }

    /// <summary>Why the reports could not be read; <see langword="null"/> if they could.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the service knows the customer, as far as it can be told.</summary>
    public bool IsKnown { get; init; } = true;
}
