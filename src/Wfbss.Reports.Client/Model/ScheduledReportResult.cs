using System.Diagnostics.CodeAnalysis;

namespace Wfbss.Reports;

/// <summary>What happened to one customer that was put in: each comes out exactly once.</summary>
public class ScheduledReportResult
{
    /// <summary>Makes a result.</summary>
    public ScheduledReportResult()
    {
    }

    /// <summary>Makes a result of a derived kind with everything that another says.</summary>
    [SetsRequiredMembers]
    internal ScheduledReportResult(ScheduledReportResult other)
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

    /// <summary>The customer's id in upper case, or what was given if it is not an ID.</summary>
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

/// <summary>
/// What happened to one customer. The first five are the service's own words; a word of the service that is not here is
/// kept as it came.
/// </summary>
public static class ResultStatus
{
    /// <summary>The write was carried out.</summary>
    public const string Done = "Done";

    /// <summary>The customer has as many reports as it can have (10). Nothing was created.</summary>
    public const string LimitError = "LimitError";

    /// <summary>The service does not accept the settings for this customer. Nothing was created.</summary>
    public const string SpecError = "SpecError";

    /// <summary>The service failed for this customer; its message says more.</summary>
    public const string InternalError = "InternalError";

    /// <summary>The service failed unexpectedly for this customer; its message says more.</summary>
    public const string Exception = "Exception";

    /// <summary>The service left the customer out of its reply: it does not know it. Nothing was created.</summary>
    public const string NotReturned = "NotReturned";

    /// <summary>The customer has no such report. Nothing was changed.</summary>
    public const string NotFound = "NotFound";

    /// <summary>The service refused the request for this customer (400, 404). Nothing was created.</summary>
    public const string Refused = "Refused";

    /// <summary>The service refused the key pair or the time (401, 403). Nothing was created.</summary>
    public const string Denied = "Denied";

    /// <summary>Every attempt is known to have changed nothing, and no more were allowed.</summary>
    public const string NotDone = "NotDone";

    /// <summary>The write may or may not have been carried out, and reading back failed. It was not sent again.</summary>
    public const string Unknown = "Unknown";

    /// <summary>Nothing was sent for this customer.</summary>
    public const string NotAttempted = "NotAttempted";

    /// <summary>The customer has a report of that name already, and was left alone as asked.</summary>
    public const string Skipped = "Skipped";

    /// <summary>What was given is not a customer ID. Nothing was sent.</summary>
    public const string InvalidId = "InvalidId";

    /// <summary>Whether a status leaves something to be done by another run with the same journal.</summary>
    internal static bool IsLeftOver(string status) => status is NotAttempted or NotDone or Unknown or Denied;

    /// <summary>Every status, in the order of the list in the help.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Done, LimitError, SpecError, InternalError, Exception, NotReturned, NotFound,
        Refused, Denied, NotDone, Unknown, NotAttempted, Skipped, InvalidId,
    ];

    /// <summary>Whether the status means that the customer is as it was asked to be.</summary>
    public static bool IsSuccess(string status) => status is Done or Skipped;
}
