namespace Wfbss.Reports;

/// <summary>What became of one customer, before it is dressed as a result.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">The service's words, or why.</param>
/// <param name="ReportId">The report's id, if there is one.</param>
/// <param name="ByReadBack">Whether it was found by reading back.</param>
internal sealed record ItemOutcome(string Status, string Message = "", int? ReportId = null, bool ByReadBack = false)
{
    /// <summary>The service does not know the customer.</summary>
    public static ItemOutcome NotReturned { get; } = new(ResultStatus.NotReturned, "not known to the service");

    /// <summary>A person was asked, and said no. That is no failure.</summary>
    public static ItemOutcome Declined { get; } = new(ResultStatus.NotAttempted, "declined at the confirmation");

    /// <summary>Whether a result says that a person said no.</summary>
    public static bool IsDeclined(ScheduledReportResult result) =>
        result.Status == Declined.Status && result.Message == Declined.Message;

    /// <summary>What was given is not an id.</summary>
    public static ItemOutcome InvalidId(CustomerInput input) =>
        new(ResultStatus.InvalidId, $"input {input.Position}, '{input.Text}', is not a customer ID{(input.Problem is { } problem ? $": {problem}" : "")}");

    /// <summary>Nothing was sent, because the customer's reports could not be read.</summary>
    public static ItemOutcome Unread(string why, string status = ResultStatus.NotAttempted) =>
        new(status, $"its reports could not be read: {why}");
}
