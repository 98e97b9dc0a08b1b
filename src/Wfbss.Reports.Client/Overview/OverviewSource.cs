namespace Wfbss.Reports.Overview;

/// <summary>What an overview is made from.</summary>
public sealed record OverviewSource
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
