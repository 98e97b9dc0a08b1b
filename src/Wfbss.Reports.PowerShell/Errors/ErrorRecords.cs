using System.Management.Automation;
using Wfbss.Reports.Overview;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;

namespace Wfbss.Reports.PowerShell.Errors;

/// <summary>The one place that makes error records: each has a stable id, a fitting category, and an advice.</summary>
internal static class ErrorRecords
{
    /// <summary>The error of a failure of the service, the session, a definition or a journal.</summary>
    public static ErrorRecord For(WfbssException failure) => new(
        failure, failure.Kind.ToString(), FailureCategories.Of(failure.Kind), failure.TraceId)
    {
        // The advice is in the text, not in RecommendedAction: PowerShell 7 would show it twice.
        ErrorDetails = new ErrorDetails($"{failure.Message} {failure.RecommendedAction}"),
    };

    /// <summary>The error of a customer that did not come out as it was asked to be.</summary>
    public static ErrorRecord For(ScheduledReportResult result)
    {
        var advice = StatusAdvice.Of(result.Status);
        var who = result.CustomerName ?? (result.CustomerId.Length == 0 ? "An input" : result.CustomerId);
        var message = result.Message.Length == 0
            ? $"{who}: {result.Status}{ReportOf(result)}."
            : $"{who}: {result.Message.TrimEnd('.')} ({result.Status}{ReportOf(result)}).";
        return new ErrorRecord(new InvalidOperationException(message), advice.ErrorId, advice.Category, result.CustomerId)
        {
            ErrorDetails = new ErrorDetails(OnScreen(message, advice)) { RecommendedAction = advice.RecommendedAction },
        };
    }

    /// <summary>The error of a customer that is in an overview without its reports.</summary>
    public static ErrorRecord NotInOverview(CustomerReading reading)
    {
        var advice = StatusAdvice.Of(reading.Status);
        var who = reading.CustomerName is null ? reading.CustomerId : $"{reading.CustomerName} ({reading.CustomerId})";
        var message = $"{who} is in the overview without its reports: {reading.Status} ({reading.Failure}).";
        return new ErrorRecord(new InvalidOperationException(message), advice.ErrorId, advice.Category, reading.CustomerId)
        {
            ErrorDetails = new ErrorDetails(OnScreen(message, advice)) { RecommendedAction = advice.RecommendedAction },
        };
    }

    public static ErrorRecord NotConnected() => Make(
        "NotConnected",
        ErrorCategory.ConnectionError,
        "There is no session in this runspace. Run Connect-Wfbss first, or give -Session a session (in ForEach-Object -Parallel: -Session $using:session).",
        target: null);

    public static ErrorRecord SessionClosed(WfbssSession session) => Make(
        nameof(WfbssErrorKind.SessionClosed),
        ErrorCategory.ConnectionError,
        $"The session {session} was disconnected and its key wiped. Connect again with Connect-Wfbss.",
        session);

    public static ErrorRecord NoCredential() => Make(
        "NoCredential",
        ErrorCategory.AuthenticationError,
        "No key pair was given: use -Credential (user name = access token, password = secret key), or -AccessToken with -SecretKey, or set the environment variables WFBSS_ACCESS_TOKEN and WFBSS_SECRET_KEY.",
        target: null);

    public static ErrorRecord BadValue(string parameter, object? value, string what) => Make(
        "InvalidValue",
        ErrorCategory.InvalidArgument,
        $"-{parameter} '{value}': {what}",
        value);

    public static ErrorRecord InvalidCustomerId(CustomerInput input) => Make(
        ResultStatus.InvalidId,
        ErrorCategory.InvalidArgument,
        $"Input {input.Position}, '{input.Text}', is not a customer ID{(input.Problem is { } problem ? $": {problem}" : "")}. Customer IDs are GUIDs, as Get-WfbssCustomer lists them.",
        input.Text);

    public static ErrorRecord CustomerNotFound(string customerId) => Make(
        "CustomerNotFound",
        ErrorCategory.ObjectNotFound,
        $"The service knows no customer {customerId}. Get-WfbssCustomer lists those that this key pair may see.",
        customerId);

    public static ErrorRecord ContentNotFound(string name) => Make(
        "ContentNotFound",
        ErrorCategory.ObjectNotFound,
        $"'{name}' is not a report content. {Spelling.Advice(name, [.. ReportContent.All.Select(content => content.Name)])} Without a name, all are listed.",
        name);

    public static ErrorRecord CustomerNotNamed(string name) => Make(
        "CustomerNotFound",
        ErrorCategory.ObjectNotFound,
        $"No customer is named '{name}'. Use wildcards, or -Search for a part of the name.",
        name);

    public static ErrorRecord SeveralCustomersNamed(string name, IReadOnlyList<Customer> customers) => Make(
        "CustomerNotUnique",
        ErrorCategory.InvalidArgument,
        $"{customers.Count} customers are named '{name}': {string.Join(", ", customers.Select(customer => customer.CustomerId))}. Use the ID of the one that is meant.",
        name);

    public static ErrorRecord NothingToChange() => Make(
        "NothingToChange",
        ErrorCategory.InvalidArgument,
        "Nothing is given that would change: add a setting such as -At, -Recipient or -Content, or -Definition.",
        target: null);

    public static ErrorRecord ReportNotFound(ReportSelection selection) => Make(
        ResultStatus.NotFound,
        ErrorCategory.ObjectNotFound,
        $"{selection.Customer.Name ?? "Customer"} ({selection.Customer.CustomerId}) has no report {selection.Wanted}. Get-WfbssScheduledReport lists those that it has.",
        selection.Customer.CustomerId);

    public static ErrorRecord NoReportChosen() => Make(
        "NoReportChosen",
        ErrorCategory.InvalidArgument,
        "Nothing says which reports are meant: give -Name ('*' for all) or -ReportId, or pipe in reports, as Get-WfbssScheduledReport writes them.",
        target: null);

    /// <summary>The error of an input that was not taken.</summary>
    public static ErrorRecord NotTaken(CustomerReports customer, ItemOutcome mistake) => Make(
        StatusAdvice.Of(mistake.Status).ErrorId,
        StatusAdvice.Of(mistake.Status).Category,
        $"{customer.Name ?? customer.CustomerId}: {mistake.Message}.",
        customer.CustomerId);

    public static ErrorRecord NoReportId(CustomerReports customer) => Make(
        ResultStatus.NotFound,
        ErrorCategory.ObjectNotFound,
        $"{customer.Name ?? "Customer"} ({customer.CustomerId}): what was put in is a result without a report id, of a report that was not made. Give the customer's id to see all its reports.",
        customer.CustomerId);

    /// <summary>The error of a customer whose reports could not be read.</summary>
    public static ErrorRecord NotRead(CustomerReports customer) => customer.Failure!.Status switch
    {
        ResultStatus.InvalidId => InvalidCustomerId(customer.Input),
        ResultStatus.NotReturned => CustomerNotFound(customer.CustomerId),
        var status => Make(
            StatusAdvice.Of(status).ErrorId,
            StatusAdvice.Of(status).Category,
            $"{customer.Name ?? "Customer"} ({customer.CustomerId}): {customer.Failure.Message}",
            customer.CustomerId),
    };

    public static ErrorRecord CustomerRefused(string customerId, string what, string why) => Make(
        ResultStatus.Refused,
        StatusAdvice.Of(ResultStatus.Refused).Category,
        $"Customer {customerId}: {what} could not be read: {why}",
        customerId);

    public static ErrorRecord SomeFailed(string summary, long failed, long total) => Make(
        "SomeCustomersFailed",
        ErrorCategory.OperationStopped,
        $"{summary} {failed} of {total} failed; the results and errors before this one say which, and why: Where-Object -Not Succeeded.",
        target: null);

    /// <summary>The error of something that is wrong in a file of definitions.</summary>
    public static ErrorRecord For(DefinitionFileProblem problem) => Make(
        "InvalidDefinitionFile",
        ErrorCategory.InvalidData,
        $"{problem} Correct the file; nothing was read from it.",
        problem);

    public static ErrorRecord NoFile(string path, string why) => Make(
        "FileNotFound",
        ErrorCategory.ObjectNotFound,
        $"There is no file '{path}': {why}. Check the path.",
        path);

    public static ErrorRecord UnreadableFile(string path, Exception exception) => new(
        exception, "FileUnreadable", ErrorCategory.ReadError, path)
    {
        ErrorDetails = new ErrorDetails($"The file '{path}' cannot be read: {exception.Message.TrimEnd('.')}. Check who may read it and who has it open."),
    };

    public static ErrorRecord UnwritableFile(string path, Exception exception) => new(
        exception, "FileUnwritable", ErrorCategory.WriteError, path)
    {
        ErrorDetails = new ErrorDetails($"The file '{path}' cannot be written: {exception.Message.TrimEnd('.')}. Specify a file in a folder that you may write to; -Force replaces a read-only file."),
    };

    public static ErrorRecord FileExists(string path) => Make(
        "FileExists",
        ErrorCategory.ResourceExists,
        $"The file '{path}' is there already. Give another path, or leave out -NoClobber to replace it.",
        path);

    private static string ReportOf(ScheduledReportResult result) => result switch
    {
        { ReportName.Length: > 0 } => $", report '{result.ReportName}'",
        { ReportId: { } id } => $", report {id}",
        _ => "",
    };

    // PowerShell 7 shows the recommended action below the message; Windows PowerShell does not show it at all.
    private static string OnScreen(string message, StatusAdvice advice) =>
#if NET
        message;
#else
        $"{message} {advice.RecommendedAction}";
#endif

    private static ErrorRecord Make(string id, ErrorCategory category, string message, object? target) =>
        new(new InvalidOperationException(message), id, category, target);
}
