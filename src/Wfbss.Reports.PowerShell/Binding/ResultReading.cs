using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Reads results of writes: as objects of this session, or as they come back from Import-Clixml, Import-Csv and remoting.</summary>
internal static class ResultReading
{
    /// <summary>The result that an object is; <see langword="null"/> if it is none: it has no status of a customer.</summary>
    public static ScheduledReportResult? Of(object? value)
    {
        if (value is null or string or IDictionary)
        {
            return null;
        }

        var bag = PSObject.AsPSObject(value);
        if (bag.BaseObject is ScheduledReportResult result)
        {
            return result;
        }

        if (Text(bag, nameof(result.CustomerId)) is not { } customerId)
        {
            return null;
        }

        if (Text(bag, nameof(result.Status)) is not { } status)
        {
            return null;
        }

        if (bag.Properties[nameof(result.ReportName)] is null)
        {
            return null;
        }

        return new ScheduledReportResult
        {
            CustomerId = customerId,
            CustomerName = Text(bag, nameof(result.CustomerName)),
            ReportName = Text(bag, nameof(result.ReportName)) ?? "",
            ReportId = int.TryParse(Text(bag, nameof(result.ReportId)), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            Status = status,
            Message = Text(bag, nameof(result.Message)) ?? "",
        };
    }

    private static string? Text(PSObject bag, string property) =>
        bag.Properties[property]?.Value?.ToString() is { Length: > 0 } text ? text : null;
}
