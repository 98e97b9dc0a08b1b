namespace Wfbss.Reports;

/// <summary>A report that a customer has, as the service shows it (source: service/smpi.md, "GET report").</summary>
public sealed class ScheduledReport
{
    /// <summary>The customer that has it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer's name, where it is known.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The report's id, <c>rtid</c>: it counts per customer, so two customers' reports 1 are two reports.</summary>
    public int? ReportId { get; init; }

    /// <summary>The report's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the service makes it; <see langword="null"/> if it does not say.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Weekly or monthly; <see langword="null"/> if the service does not say or says something else.</summary>
    public ReportFrequency? Frequency { get; init; }

    /// <summary>The day of a weekly report.</summary>
    public DayOfWeek? DayOfWeek { get; init; }

    /// <summary>The day of a monthly report.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>The time of day.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>Frequency, day and time together; <see langword="null"/> if the service does not show all of them.</summary>
    public ReportSchedule? Schedule => (Frequency, At) switch
    {
        (ReportFrequency.Weekly, { } at) when DayOfWeek is { } day => ReportSchedule.Weekly(day, at),
        (ReportFrequency.Monthly, { } at) when DayOfMonth is { } day => ReportSchedule.Monthly(day, at),
        _ => null,
    };

    /// <summary>Whether it is e-mailed.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>Who gets it; <see langword="null"/> if the service does not say, which is not the same as nobody.</summary>
    public IReadOnlyList<string>? Recipients { get; init => field = value is null ? null : TextList.Of(value); }

    /// <summary>
    /// The members of the service's JSON that are lists of which not all could be read: what is in the properties is not
    /// all that the report has.
    /// </summary>
    internal IReadOnlyList<string> ReadInPart { get; init; } = [];

    /// <summary>The groups that it is about; <see langword="null"/> if the service does not say.</summary>
    public IReadOnlyList<int>? GroupIds { get; init => field = value is null ? null : TextList.Of(value); }

    /// <summary>What is in it; <see langword="null"/> if the service does not say, as in the vendor's sample.</summary>
    public IReadOnlyList<ReportContent>? Contents { get; init => field = value is null ? null : TextList.Of(value); }

    /// <summary>How many times it has run, <c>number</c>.</summary>
    public int? RunCount { get; init; }

    /// <summary>The name and the customer.</summary>
    public override string ToString() => $"{Name} of {CustomerName ?? CustomerId}";
}
