namespace Wfbss.Reports.Reports;

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

    /// <summary>What was given is no customer id. Nothing was sent.</summary>
    public const string InvalidId = "InvalidId";

    /// <summary>Every status, in the order of the list in the help.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Done, LimitError, SpecError, InternalError, Exception, NotReturned, NotFound,
        Refused, Denied, NotDone, Unknown, NotAttempted, Skipped, InvalidId,
    ];

    /// <summary>Whether the status means that the customer is as it was asked to be.</summary>
    public static bool IsSuccess(string status) => status is Done or Skipped;
}
