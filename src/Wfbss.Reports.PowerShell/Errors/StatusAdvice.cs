using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Errors;

/// <summary>What a status means as an error.</summary>
/// <param name="ErrorId">The stable id.</param>
/// <param name="Category">The category.</param>
/// <param name="RecommendedAction">What to do, as one sentence.</param>
internal sealed record StatusAdvice(string ErrorId, ErrorCategory Category, string RecommendedAction)
{
    private static readonly Dictionary<string, StatusAdvice> Known = new[]
    {
        new StatusAdvice(ResultStatus.LimitError, ErrorCategory.LimitsExceeded, "Remove a report of this customer first; it can have 10."),
        new StatusAdvice(ResultStatus.SpecError, ErrorCategory.InvalidArgument, "Check contents and group ids: groups differ from customer to customer."),
        new StatusAdvice(ResultStatus.InternalError, ErrorCategory.InvalidResult, "Look at this customer's reports before trying again; if it stays, give the trace id to the vendor's support."),
        new StatusAdvice(ResultStatus.Exception, ErrorCategory.InvalidResult, "Look at this customer's reports before trying again; if it stays, give the trace id to the vendor's support."),
        new StatusAdvice(ResultStatus.NotReturned, ErrorCategory.ObjectNotFound, "Check the id; Get-WfbssCustomer lists those that this key pair may see."),
        new StatusAdvice(ResultStatus.NotFound, ErrorCategory.ObjectNotFound, "Get-WfbssScheduledReport lists the reports that the customer has."),
        new StatusAdvice(ResultStatus.Refused, ErrorCategory.InvalidOperation, "Check the id and whether the customer's license has expired."),
        new StatusAdvice(ResultStatus.Denied, ErrorCategory.AuthenticationError, "Check the key pair, the clock and the credential of a proxy, and connect again."),
        new StatusAdvice(ResultStatus.NotDone, ErrorCategory.ResourceUnavailable, "Nothing was changed for this customer; run it again later."),
        new StatusAdvice(ResultStatus.Unknown, ErrorCategory.OperationTimeout, "Look at this customer's reports before trying again; New-WfbssScheduledReport -SkipExisting does so by itself."),
        new StatusAdvice(ResultStatus.NotAttempted, ErrorCategory.OperationStopped, "Nothing was sent for this customer. Remove the reason that the message gives, and run it again."),
        new StatusAdvice(ResultStatus.InvalidId, ErrorCategory.InvalidArgument, "Correct the id: ids are GUIDs, as Get-WfbssCustomer lists them."),
    }.ToDictionary(advice => advice.ErrorId);

    /// <summary>The advice for a status; a status that the specification does not know has one of its own.</summary>
    public static StatusAdvice Of(string status) => Known.TryGetValue(status, out var advice)
        ? advice
        : new StatusAdvice(
            "UnexpectedResult",
            ErrorCategory.InvalidResult,
            "The specification does not know this result; look at this customer's reports before trying again.");
}
