using System.Runtime.CompilerServices;
using System.Text.Json;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Reading;

/// <summary>The reports of up to ten customers in one call (source: service/smpi.md, "GET report").</summary>
internal sealed class ReportSource(RequestSender sender) : ICustomerSource<ScheduledReport>
{
    /// <summary>What finds out for certain which reports up to ten customers have.</summary>
    public static CustomerLookup<ScheduledReport> Lookup(RequestSender sender) => new(sender, new ReportSource(sender));

    public bool MayLeaveOutWhoHasNone => !sender.Session.ListsCustomersWithoutReports;

    public async IAsyncEnumerable<(CustomerId Id, CustomerAnswer<ScheduledReport> Answer)> ReadAsync(
        IReadOnlyList<CustomerId> ids,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Never by name: whether the service compares it as we do is not known, and a report that is overlooked here
        // would be made a second time.
        var request = ServiceRequest.Get("report", new ServiceQuery().Customers(ids), ids);
        var reply = await sender.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var element in reply.Items("customers"))
        {
            if (element.Id("id") is { } id)
            {
                yield return (id, Read(id, element));
            }
        }
    }

    public CustomerAnswer<ScheduledReport> Merge(CustomerAnswer<ScheduledReport> earlier, CustomerAnswer<ScheduledReport> later)
    {
        // What one element tells of a customer is not all, if another one says that there was more.
        if (earlier.Kind is not AnswerKind.Known)
        {
            return earlier;
        }

        if (later.Kind is not AnswerKind.Known)
        {
            return later;
        }

        return CustomerAnswer<ScheduledReport>.Known([.. earlier.Items, .. later.Items.Where(report => !IsAmong(earlier.Items, report))]);
    }

    private CustomerAnswer<ScheduledReport> Read(CustomerId id, JsonElement element)
    {
        // An answer with 200 is not success for each customer in it.
        if (element.Text("result") is { Length: > 0 } result && !result.Equals(ResultStatus.Done, StringComparison.OrdinalIgnoreCase))
        {
            return CustomerAnswer<ScheduledReport>.Refused(element.Text("message") is { Length: > 0 } message ? $"{result}: {message}" : result);
        }

        // A customer whose reports are not told must not be taken for one without reports.
        if (element.Member("reports") is not { ValueKind: JsonValueKind.Array } list)
        {
            return CustomerAnswer<ScheduledReport>.NotRead("the reply does not tell its reports");
        }

        var name = sender.Session.CustomerNames.NameOf(id);
        var reports = new List<ScheduledReport>();
        foreach (var json in list.EnumerateArray())
        {
            // A name that comes as something else than text may be any name.
            if (ScheduledReportJson.HidesName(json))
            {
                return CustomerAnswer<ScheduledReport>.NotRead("the reply does not tell the name of a report");
            }

            var report = ScheduledReportJson.Read(id.ToString(), name, json);
            if (!IsAmong(reports, report))
            {
                reports.Add(report);
            }
        }

        if (reports.Count == 0)
        {
            sender.Session.ListsCustomersWithoutReports = true;
        }

        return CustomerAnswer<ScheduledReport>.Known(reports);
    }

    private static bool IsAmong(IEnumerable<ScheduledReport> reports, ScheduledReport report) =>
        report.ReportId is { } id && reports.Any(other => other.ReportId == id);
}
