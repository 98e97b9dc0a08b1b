using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Planning;

/// <summary>A customer with what the service shows of its reports, or why it shows nothing.</summary>
/// <param name="Target">The customer as it was put in.</param>
/// <param name="Name">Its name, where it is known.</param>
/// <param name="Reports">Its reports; none if they could not be read.</param>
/// <param name="Failure">Why they could not be read; <see langword="null"/> if they were.</param>
internal sealed record CustomerReports(
    CustomerInput Target,
    string? Name,
    IReadOnlyList<ScheduledReport> Reports,
    ItemOutcome? Failure)
{
    /// <summary>The customer's id in upper case, or what was given if it is no id.</summary>
    public string CustomerId => Target.Id?.ToString() ?? Target.Text;

    /// <summary>The failure as the result of a report.</summary>
    public ScheduledReportResult ToResult(string reportName) => new()
    {
        CustomerId = CustomerId,
        CustomerName = Name,
        ReportName = reportName,
        Status = Failure!.Status,
        Message = Failure.Message,
    };
}
