using System.Diagnostics.CodeAnalysis;

namespace Wfbss.Reports.Reports;

/// <summary>What happened to one customer that was put in: each comes out exactly once.</summary>
public class ScheduledReportResult
{
    /// <summary>Makes a result.</summary>
    public ScheduledReportResult()
    {
    }

    /// <summary>Makes a result of a derived kind with everything that another says.</summary>
    [SetsRequiredMembers]
    protected internal ScheduledReportResult(ScheduledReportResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        CustomerId = other.CustomerId;
        CustomerName = other.CustomerName;
        ReportName = other.ReportName;
        ReportId = other.ReportId;
        Status = other.Status;
        Message = other.Message;
        TraceId = other.TraceId;
        Attempts = other.Attempts;
        Elapsed = other.Elapsed;
        ConfirmedByReadBack = other.ConfirmedByReadBack;
    }

    /// <summary>The customer's id in upper case, or what was given if it is no id.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer's name, where it is known.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The report's name.</summary>
    public required string ReportName { get; init; }

    /// <summary>The report's id (<c>rtid</c>), which counts per customer; <see langword="null"/> where there is none.</summary>
    public int? ReportId { get; init; }

    /// <summary>One of <see cref="ResultStatus"/>, or what the service said if it is none of them.</summary>
    public required string Status { get; init; }

    /// <summary>The service's own words, or why it came to the status; empty on success.</summary>
    public string Message { get; init; } = "";

    /// <summary>The trace id of the last attempt that named this customer; the vendor's support asks for it.</summary>
    public string? TraceId { get; init; }

    /// <summary>How many requests to write were sent that named this customer. 0 if none.</summary>
    public int Attempts { get; init; }

    /// <summary>From the customer's turn to its outcome.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether the outcome was not in a reply but found by reading the customer's reports afterwards.</summary>
    public bool ConfirmedByReadBack { get; init; }

    /// <summary>Whether the customer is as it was asked to be: Done or Skipped.</summary>
    public bool Succeeded => ResultStatus.IsSuccess(Status);

    /// <summary>Customer and status.</summary>
    public override string ToString() => $"{CustomerName ?? CustomerId}: {Status}";
}
