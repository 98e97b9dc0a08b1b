namespace Wfbss.Reports.Transport;

/// <summary>What is asked of the service. It can be sent more than once; each attempt is signed anew.</summary>
internal sealed class ServiceRequest
{
    private ServiceRequest(HttpMethod method, string resource, string query, byte[] body)
    {
        Method = method;
        Resource = resource;
        Query = query;
        Body = body;
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The resource below <c>/service/wfbss/api/</c>, such as <c>report</c>.</summary>
    public string Resource { get; }

    /// <summary>The encoded query with its question mark, or nothing.</summary>
    public string Query { get; }

    /// <summary>The body's bytes; empty if there is none.</summary>
    public byte[] Body { get; }

    /// <summary>Whether the service may change something on it. A write is repeated only if it is known not to be done.</summary>
    public bool IsWrite => Method != HttpMethod.Get;

    /// <summary>
    /// Whether an answer has <c>customers[]</c>: to every call that the specification's pages describe. Anything else with
    /// a 200 is a page of something in between, and must not be taken for "no customers".
    /// </summary>
    public bool IsAnsweredWithCustomers => Resource is "report" or "customers" or "customers/groups";

    /// <summary>
    /// The customers that a read names, where it names any: a reply about others is not an answer to it. What replies to
    /// writes say about others is judged customer by customer, in <see cref="Writing.ReplyMatch"/>.
    /// </summary>
    public IReadOnlyCollection<CustomerId>? Asked { get; private init; }

    public static ServiceRequest Get(string resource, ServiceQuery query, IReadOnlyCollection<CustomerId>? asked = null) =>
        new(HttpMethod.Get, resource, query.ToString(), []) { Asked = asked };

    public static ServiceRequest Write(HttpMethod method, string resource, ServiceQuery query, byte[] body) =>
        new(method, resource, query.ToString(), body);

    public override string ToString() => $"{Method} {Resource}{Query}";
}
