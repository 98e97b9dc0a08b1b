using System.Text.Json;
using Wfbss.Reports.Customers;
using Wfbss.Reports.Reports;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>One element of <c>customers[]</c> in the reply to a write (source: create-scheduled-report.txt, "Response").</summary>
/// <param name="CustomerId">The customer; <see langword="null"/> if the element's id is no id.</param>
/// <param name="Result">The service's word: one of the known ones in their spelling, or as it came.</param>
/// <param name="Message">The service's message; empty for none.</param>
/// <param name="ReportId">The report's id.</param>
internal sealed record ReplyElement(CustomerId? CustomerId, string Result, string Message, int? ReportId)
{
    public static ReplyElement Read(JsonElement json) =>
        new(
            json.Id("id"),
            AsKnown(json.Text("result") ?? ""),
            json.Text("message") ?? "",
            json.Number("rtid"));

    private static string AsKnown(string result)
    {
        foreach (var known in ResultStatus.All)
        {
            if (known.Equals(result, StringComparison.OrdinalIgnoreCase)) return known;
        }

        return result;
    }

    /// <summary>The outcome that this element gives its customer.</summary>
    public ItemOutcome ToOutcome() => new(Result, Message, Result == ResultStatus.Done ? ReportId : null);
}
