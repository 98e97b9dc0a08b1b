using Microsoft.AspNetCore.Http;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary>Finds the call for a method and a resource and carries it out.</summary>
internal sealed class CallTable
{
    private readonly SandboxOptions _options;
    private readonly CustomerCalls _customers;
    private readonly ReportReadCall _reads;
    private readonly ReportWriteCalls _writes;

    public CallTable(SandboxOptions options, SandboxState state, SandboxCounters counters)
    {
        var idRule = new CustomerIdRule(options, state);
        _options = options;
        _customers = new CustomerCalls(options, state, idRule);
        _reads = new ReportReadCall(options, state, idRule);
        _writes = new ReportWriteCalls(options, state, counters, idRule);
    }

    public CallReply Execute(SandboxRequest request)
    {
        if (_options.RequireContentType && request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return CallReply.Error(_options, StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json.");
        }

        return (request.Method, request.Resource) switch
        {
            ("POST", SandboxRequest.ReportResource) => _writes.Create(request),
            ("GET", SandboxRequest.ReportResource) => _reads.Read(request),
            ("PUT", SandboxRequest.ReportResource) => _writes.Replace(request),
            ("DELETE", SandboxRequest.ReportResource) => _writes.Delete(request),
            ("GET", "customers") => _customers.List(request),
            ("GET", "customers/groups") => _customers.ListGroups(request),
            (_, SandboxRequest.ReportResource or "customers" or "customers/groups") =>
                CallReply.Error(_options, StatusCodes.Status405MethodNotAllowed, "The resource does not have this method."),
            _ => CallReply.Error(_options, StatusCodes.Status404NotFound, "The resource does not exist."),
        };
    }
}
