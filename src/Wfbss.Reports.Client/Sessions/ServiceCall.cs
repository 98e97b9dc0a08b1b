using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Sessions;

/// <summary>Any call of the service: signed, bounded, and repeated only where that can do no harm.</summary>
internal sealed class ServiceCall
{
    private readonly RequestSender _sender;
    private readonly HttpMethod _method;
    private readonly string _resource;
    private readonly IReadOnlyDictionary<string, string> _query;
    private readonly byte[] _body;

    public ServiceCall(
        RequestSender sender,
        HttpMethod method,
        string resource,
        IReadOnlyDictionary<string, string> query,
        byte[] body)
    {
        _sender = sender;
        _method = method;
        _resource = resource;
        _query = query;
        _body = body;
    }

    /// <summary>Makes the call once, apart from repeats that are known to do no harm.</summary>
    /// <returns>The reply; <see langword="null"/> if it has no body.</returns>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public async Task<JsonElement?> SendAsync(CancellationToken cancellationToken)
    {
        var sent = await _sender.SendAsync(Request(page: null), cancellationToken).ConfigureAwait(false);
        if (sent.Verdict.Fate is WriteFate.Done)
        {
            return sent.Attempt.Reply!.Json;
        }

        var failure = ServiceErrors.For(sent.Verdict, sent.Attempt, _sender.Session);
        throw sent.Attempt.Request.IsWrite && sent.Verdict.Fate is WriteFate.Unknown ? InDoubt(failure) : failure;
    }

    /// <summary>Reads all pages of a list: the items of the reply's one array.</summary>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public IAsyncEnumerable<JsonElement> AllAsync(CancellationToken cancellationToken) => PagedReading.ItemsAsync(
        _sender, page => Request(page), PagedReading.LargestPage, ItemsOf, cancellationToken);

    private static WfbssException InDoubt(WfbssException failure) => new(
        failure.Kind,
        $"{failure.Message} Whether the request was carried out is not known; it was not sent again.",
        "Read what it should have changed before you send it again.",
        failure)
    {
        TraceId = failure.TraceId,
        StatusCode = failure.StatusCode,
    };

    private static IEnumerable<JsonElement> ItemsOf(JsonElement reply)
    {
        if (reply.ValueKind is JsonValueKind.Array)
        {
            return reply.EnumerateArray();
        }

        if (reply.ValueKind is not JsonValueKind.Object)
        {
            return [];
        }

        var array = reply.EnumerateObject().FirstOrDefault(member => member.Value.ValueKind is JsonValueKind.Array);
        return array.Value.ValueKind is JsonValueKind.Array ? array.Value.EnumerateArray() : [];
    }

    private ServiceRequest Request(int? page)
    {
        var query = new ServiceQuery();
        foreach (var parameter in _query)
        {
            if (page is not null && parameter.Key is ("page" or "limit"))
            {
                continue;
            }
            // The service wants the commas between ids as they are.
            if (parameter.Key == "cids")
            {
                query.AddIds(parameter.Value);
            }
            else
            {
                query.Add(parameter.Key, parameter.Value);
            }
        }

        if (page is not null)
        {
            query.Add("page", page).Add("limit", PagedReading.LargestPage);
        }

        return _method == HttpMethod.Get
            ? ServiceRequest.Get(_resource, query)
            : ServiceRequest.Write(_method, _resource, query, _body);
    }
}
