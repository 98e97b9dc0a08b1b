using System.Globalization;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Planning;

/// <summary>One report of one customer on its way through a sync: what is to be done, and in the end its one result.</summary>
internal sealed class SyncStep
{
    /// <summary>The customer.</summary>
    public required CustomerReports Customer { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Action { get; init; }

    /// <summary>The report's name.</summary>
    public required string ReportName { get; init; }

    /// <summary>What it is to be; <see langword="null"/> if it is to be removed.</summary>
    public ReportDefinition? Definition { get; init; }

    /// <summary>The report; <see langword="null"/> if there is none yet.</summary>
    public int? ReportId { get; init; }

    /// <summary>In what it differs.</summary>
    public IReadOnlyList<PropertyDifference> Differences { get; init; } = [];

    /// <summary>The report's present name, if it is to get another; <see langword="null"/> otherwise.</summary>
    public string? PresentName { get; init; }

    /// <summary>Whether reading can tell the report after the step from the report before it.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>Whether the customer has several reports of the definition's name.</summary>
    public bool IsDuplicated { get; init; }

    /// <summary>Why it is to be removed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The step without which this one must not be done: a duplicate goes only when the one that stays is right.</summary>
    public SyncStep? Requires { get; init; }

    /// <summary>The result, once there is one.</summary>
    public SyncResult? Result { get; private set; }

    /// <summary>Gives the step a result without a write.</summary>
    public void Settle(string status, string message = "") => Settle(new ScheduledReportResult
    {
        CustomerId = Customer.CustomerId,
        CustomerName = Customer.Name,
        ReportName = ReportName,
        ReportId = ReportId,
        Status = status,
        Message = message,
    });

    /// <summary>Gives the step its result. There is no second one.</summary>
    public void Settle(ScheduledReportResult result)
    {
        if (Result is not null)
        {
            throw new InvalidOperationException($"{this} has a result already.");
        }

        Result = new SyncResult(result, ReportName, ReportId, Action, Differences);
    }

    /// <summary>What is to be done, for a person.</summary>
    public override string ToString()
    {
        var report = ReportId is { } id ? $"report {id.ToString(CultureInfo.InvariantCulture)} '{ReportName}'" : $"'{ReportName}'";
        return Action switch
        {
            SyncAction.Created => $"create {report}",
            SyncAction.Replaced => $"replace {report} ({string.Join("; ", Differences)})",
            SyncAction.Removed => $"remove {report} ({Reason})",
            _ => $"leave {report}",
        };
    }
}
