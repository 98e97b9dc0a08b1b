using Microsoft.AspNetCore.Http;
using Wfbss.Reports.Sandbox.Calls;

namespace Wfbss.Reports.Sandbox.Hosting;

/// <summary>
/// Ends a request in one of the ways there are. Each counts the request as answered before its first byte leaves:
/// a client that has its reply and sends the next request must not seem to have two in flight.
/// </summary>
internal sealed class ReplySender(SandboxOptions options, SandboxCounters counters)
{
    public string JsonLabel { get; } = options.LabelJsonAsHtml ? "text/html; charset=utf-8" : "application/json; charset=utf-8";

    public Task SendAsync(Exchange exchange, SandboxRequest request, CallReply reply) =>
        SendAsync(exchange, request, reply.Status, JsonLabel, reply.Body);

    public Task SendAsync(Exchange exchange, SandboxRequest request, int status, string contentType, byte[] body)
    {
        SetDate(exchange);
        counters.Answered(request, status);
        return exchange.ReplyAsync(status, contentType, body);
    }

    public Task StreamAsync(Exchange exchange, SandboxRequest request, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        SetDate(exchange);
        counters.Answered(request, StatusCodes.Status200OK);
        return exchange.StreamAsync(JsonLabel, parts);
    }

    public Task TruncateAsync(Exchange exchange, SandboxRequest request, CallReply reply)
    {
        counters.Answered(request, reply.Status);
        return exchange.TruncateAsync(reply.Status, JsonLabel, reply.Body);
    }

    public Task DropAsync(Exchange exchange, SandboxRequest request)
    {
        counters.Answered(request, status: 0);
        exchange.Abort();
        return Task.CompletedTask;
    }

    public Task CloseAsync(Exchange exchange, SandboxRequest request)
    {
        counters.Answered(request, status: 0);
        return exchange.CloseAsync();
    }

    private void SetDate(Exchange exchange) =>
        exchange.ResponseHeaders.Date = (options.TimeProvider.GetUtcNow() + options.ClockOffset).ToString("R");
}
