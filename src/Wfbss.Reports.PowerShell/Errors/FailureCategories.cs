using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Errors;

/// <summary>The category of each kind of failure.</summary>
internal static class FailureCategories
{
    public static ErrorCategory Of(WfbssErrorKind kind) => kind switch
    {
        WfbssErrorKind.HttpsRequired => ErrorCategory.SecurityError,
        WfbssErrorKind.AccessDenied => ErrorCategory.AuthenticationError,
        WfbssErrorKind.Unreachable => ErrorCategory.ConnectionError,
        WfbssErrorKind.TimedOut => ErrorCategory.OperationTimeout,
        WfbssErrorKind.Throttled => ErrorCategory.LimitsExceeded,
        WfbssErrorKind.RequestRefused => ErrorCategory.InvalidOperation,
        WfbssErrorKind.ServiceFailed => ErrorCategory.InvalidResult,
        WfbssErrorKind.InvalidDefinition => ErrorCategory.InvalidArgument,
        WfbssErrorKind.SessionClosed => ErrorCategory.ConnectionError,
        WfbssErrorKind.JournalUnusable => ErrorCategory.InvalidData,
        WfbssErrorKind.JournalInUse => ErrorCategory.ResourceBusy,
        _ => ErrorCategory.InvalidOperation,
    };
}
