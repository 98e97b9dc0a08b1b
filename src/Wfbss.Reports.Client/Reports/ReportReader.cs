using System.Runtime.CompilerServices;
using Wfbss.Reports.Customers;
using Wfbss.Reports.Errors;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Reports;

/// <summary>Reads the reports that customers have.</summary>
public sealed class ReportReader
{
    private readonly RequestSender _sender;

    /// <summary>Makes a reader.</summary>
    /// <param name="session">The session to read with.</param>
    /// <param name="log">Where to say what is being done.</param>
    public ReportReader(WfbssSession session, IOperationLog? log = null)
        : this(new RequestSender(session, log ?? NullOperationLog.Instance))
    {
    }

    internal ReportReader(RequestSender sender) => _sender = sender;

    /// <summary>Reads in one call the reports of up to ten customers.</summary>
    /// <param name="ids">The customers, at most ten.</param>
    /// <param name="reportId">Only the report with this id. The same id is a different report for each customer.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One entry for each customer that the service returned; customers that it left out are absent.</returns>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    internal async Task<IReadOnlyDictionary<CustomerId, IReadOnlyList<ScheduledReport>>> ReadCallAsync(
        IReadOnlyList<CustomerId> ids,
        int? reportId = null,
        CancellationToken cancellationToken = default)
    {
        // Never by name: whether the service compares it as we do is not known, and a report that is overlooked here
        // would be made a second time.
        var query = new ServiceQuery().Customers(ids).Add("rtid", reportId);
        var reply = await _sender
            .ReadAsync(ServiceRequest.Get("report", query, ids), cancellationToken).ConfigureAwait(false);

        var found = new Dictionary<CustomerId, IReadOnlyList<ScheduledReport>>();
        foreach (var element in reply.Items("customers"))
        {
            if (element.Id("id") is not { } id) continue;
            var name = _sender.Session.KnownCustomers.NameOf(id);
            var reports = element.Items("reports").Select(json => ScheduledReportJson.Read(id.ToString(), name, json));
            // A customer may come back in more than one element, and a report more than once.
            var its = found.TryGetValue(id, out var earlier) ? earlier.ToList() : [];
            foreach (var report in reports) if (!IsAmong(its, report)) its.Add(report);
            found[id] = its;
        }

        return found;
    }

    /// <summary>Reads the reports of any number of customers, ten at a time, as they are asked for.</summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public async IAsyncEnumerable<ScheduledReport> ReadAsync(
        IEnumerable<CustomerId> ids,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var call in CustomerIds.InCalls(ids))
        {
            var found = await ReadCallAsync(call, cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (var report in call.Where(found.ContainsKey).SelectMany(id => found[id])) yield return report;
        }
    }

    private static bool IsAmong(IEnumerable<ScheduledReport> reports, ScheduledReport report) =>
        report.ReportId is { } id && reports.Any(other => other.ReportId == id);
}
