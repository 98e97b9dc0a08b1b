namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Reads results of writes: as objects of this session, or as they come back from Import-Clixml, Import-Csv and remoting.</summary>
internal static class ResultReading
{
    /// <summary>The result that an object is; <see langword="null"/> if it is none: it has no status of a customer.</summary>
    public static ScheduledReportResult? Of(object? value)
    {
        if (ObjectMembers.Unwrap(value) is ScheduledReportResult result)
        {
            return result;
        }

        if (ObjectMembers.Of(value) is not { } members
            || members.Text(nameof(result.CustomerId)) is not { } customerId
            || members.Text(nameof(result.Status)) is not { } status
            || !members.Has(nameof(result.ReportName)))
        {
            return null;
        }

        return new ScheduledReportResult
        {
            CustomerId = customerId,
            CustomerName = members.Text(nameof(result.CustomerName)),
            ReportName = members.Text(nameof(result.ReportName)) ?? "",
            ReportId = WholeNumber.TryRead(members.Value(nameof(result.ReportId)), out var id) ? id : null,
            Status = status,
            Message = members.Text(nameof(result.Message)) ?? "",
        };
    }
}
