using System.Management.Automation;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>A result of a write, read by its properties as a script does.</summary>
internal sealed record Outcome(
    string CustomerId,
    string? CustomerName,
    string ReportName,
    int? ReportId,
    string Status,
    string Message,
    string? TraceId,
    int Attempts,
    bool ConfirmedByReadBack,
    bool Succeeded)
{
    public static Outcome Of(PSObject result) => new(
        (string)result.Properties[nameof(CustomerId)].Value,
        (string?)result.Properties[nameof(CustomerName)].Value,
        (string)result.Properties[nameof(ReportName)].Value,
        (int?)result.Properties[nameof(ReportId)].Value,
        (string)result.Properties[nameof(Status)].Value,
        (string)result.Properties[nameof(Message)].Value,
        (string?)result.Properties[nameof(TraceId)].Value,
        (int)result.Properties[nameof(Attempts)].Value,
        (bool)result.Properties[nameof(ConfirmedByReadBack)].Value,
        (bool)result.Properties[nameof(Succeeded)].Value);
}
