using System.Runtime.CompilerServices;
using System.Text.Json;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Reading;

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
    /// <param name="untold">Takes the customers whose reports the service could not tell, and why.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One entry for each customer that the service returned otherwise; customers that it left out are absent.</returns>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    internal async Task<IReadOnlyDictionary<CustomerId, IReadOnlyList<ScheduledReport>>> ReadCallAsync(
        IReadOnlyList<CustomerId> ids,
        Dictionary<CustomerId, string> untold,
        CancellationToken cancellationToken)
    {
        // Never by name: whether the service compares it as we do is not known, and a report that is overlooked here
        // would be made a second time.
        var query = new ServiceQuery().Customers(ids);
        var reply = await _sender
            .ReadAsync(ServiceRequest.Get("report", query, ids), cancellationToken).ConfigureAwait(false);

        var found = new Dictionary<CustomerId, IReadOnlyList<ScheduledReport>>();
        foreach (var element in reply.Items("customers"))
        {
            if (element.Id("id") is not { } id) continue;
            if (WhyUntold(element) is { } why)
            {
                untold[id] = why;
                continue;
            }

            var name = _sender.Session.CustomerNames.NameOf(id);
            var reports = element.Items("reports").Select(json => ScheduledReportJson.Read(id.ToString(), name, json));
            // A customer may come back in more than one element, and a report more than once.
            var its = found.TryGetValue(id, out var earlier) ? earlier.ToList() : [];
            foreach (var report in reports) if (!IsAmong(its, report)) its.Add(report);
            found[id] = its;
        }

        // What one element tells of a customer is not all, if another one says that there was more.
        foreach (var id in untold.Keys) found.Remove(id);
        return found;
    }

    /// <summary>
    /// Reads the reports of any number of customers, ten at a time, as they are asked for. A customer without reports, one
    /// that the service does not know, and one whose reports it could not tell are not told apart: none gives a report.
    /// </summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public async IAsyncEnumerable<ScheduledReport> ReadAsync(
        IEnumerable<CustomerId> ids,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var call in CustomerIds.InCalls(ids))
        {
            var found = await ReadCallAsync(call, [], cancellationToken).ConfigureAwait(false);
            foreach (var report in call.Where(found.ContainsKey).SelectMany(id => found[id])) yield return report;
        }
    }

    // An answer with 200 is no success for each customer in it. A customer for whom it failed must not be taken for one
    // without reports. One without reports may well be shown without a list of them.
    private static string? WhyUntold(JsonElement element)
    {
        if (element.Text("result") is { Length: > 0 } result && !result.Equals(ResultStatus.Done, StringComparison.OrdinalIgnoreCase))
        {
            return element.Text("message") is { Length: > 0 } message ? $"{result}: {message}" : result;
        }

        return element.Member("reports") is { ValueKind: not JsonValueKind.Array } ? "its reports came as something that is no list" : null;
    }

    private static bool IsAmong(IEnumerable<ScheduledReport> reports, ScheduledReport report) =>
        report.ReportId is { } id && reports.Any(other => other.ReportId == id);
}
