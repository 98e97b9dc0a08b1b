namespace Wfbss.Reports;

/// <summary>What could be read about the reports of one customer.</summary>
public sealed record CustomerReading
{
    /// <summary>The customer's id in upper case, or what was given if it is not an ID.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer's name, where it is known.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The customer's reports; <see langword="null"/> if they could not be read, which is not the same as none.</summary>
    public IReadOnlyList<ScheduledReport>? Reports { get; init; }

    /// <summary>What came of reading, one of <see cref="ResultStatus"/>; <see cref="ResultStatus.Done"/> if the reports were read.</summary>
    public string Status { get; init; } = ResultStatus.Done;

    /// <summary>Why the reports could not be read; <see langword="null"/> if they could.</summary>
    public string? Failure { get; init; }

    /// <summary>The customer's time zone, as the service writes it; only the overview asks for it.</summary>
    internal string? TimeZone { get; init; }

    /// <summary>The customer, and how many reports it has.</summary>
    public override string ToString() =>
        $"{CustomerName ?? CustomerId}: {Reports switch { null => Status, [_] => "1 report", var reports => $"{reports.Count} reports" }}";
}
