using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Wfbss.Reports.Sandbox.Calls;
using Wfbss.Reports.Sandbox.Faults;
using Wfbss.Reports.Sandbox.Pages;
using Wfbss.Reports.Sandbox.Security;

namespace Wfbss.Reports.Sandbox.Hosting;

/// <summary>The way of every request: count, check, wait, carry out, reply.</summary>
internal sealed class RequestPipeline : IHttpApplication<Exchange>
{
    private readonly SandboxParts _parts;
    private readonly SandboxOptions _options;
    private readonly SandboxCounters _counters;
    private readonly RequestGate _gate;
    private readonly CallTable _calls;
    private readonly ReplySender _sender;
    private readonly RetryAfterWindows _windows;
    private readonly FaultInjector _injector;
    private readonly CancellationToken _stopping;

    public RequestPipeline(SandboxParts parts, KeyPair keyPair, CancellationToken stopping)
    {
        _parts = parts;
        _options = parts.Options;
        _counters = parts.Counters;
        _gate = new RequestGate(_options, keyPair);
        _calls = new CallTable(_options, parts.State, _counters);
        _sender = new ReplySender(_options, _counters);
        _windows = new RetryAfterWindows(_options.EarlyRequestGrace);
        _injector = new FaultInjector(parts, _calls, _sender, _windows);
        _stopping = stopping;
    }

    public Exchange CreateContext(IFeatureCollection contextFeatures) => new(contextFeatures);

    public void DisposeContext(Exchange context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(Exchange context)
    {
        var target = CallTarget.Parse(context.RawTarget);
        if (!target.IsService)
        {
            await OutsideAsync(context, target);
            return;
        }

        var body = await context.ReadBodyAsync();
        var now = _options.TimeProvider.GetUtcNow();
        var request = new SandboxRequest(now, context.Method, context.RawTarget, target, context.Headers, body);
        var early = _windows.IsEarly(now, out var until);
        _counters.Arrived(request, early);
        try
        {
            var refusal = _gate.Check(request, context.Headers, body)
                ?? (early && _options.RejectEarlyRequests ? TooEarly(context, until - now) : null);
            await ServeAsync(context, request, refusal);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            await _sender.DropAsync(context, request);
        }
        catch (Exception exception) when (!context.HasStarted)
        {
            // A condition that a test gave may throw; its author wants to read why.
            var reply = CallReply.Error(_options, StatusCodes.Status500InternalServerError, $"The sandbox failed: {exception.Message}");
            await _sender.SendAsync(context, request, reply);
        }
        finally
        {
            _counters.Left(request);
        }
    }

    private async Task ServeAsync(Exchange exchange, SandboxRequest request, CallReply? refusal)
    {
        // Drawn on arrival, so that scripts meet requests in the order in which they come.
        var fault = refusal is null ? _parts.Faults.Next(request) : null;
        if (_options.Latency > TimeSpan.Zero && fault?.Time != FaultTime.OnArrival)
        {
            // Not cut short when the client leaves: what has arrived at a service is carried out.
            await Task.Delay(_options.Latency, _options.TimeProvider, _stopping);
        }

        if (fault is not null)
        {
            await _injector.InjectAsync(exchange, request, fault, _stopping);
            return;
        }

        if (refusal?.Status == StatusCodes.Status401Unauthorized)
        {
            _counters.WasUnauthorized();
        }

        await _sender.SendAsync(exchange, request, refusal ?? _calls.Execute(request));
    }

    private CallReply TooEarly(Exchange exchange, TimeSpan left)
    {
        exchange.ResponseHeaders.RetryAfter = Math.Ceiling(left.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return CallReply.Error(_options, StatusCodes.Status429TooManyRequests, "Too many requests");
    }

    private Task OutsideAsync(Exchange exchange, CallTarget target)
    {
        if (target.Path == "/" && HttpMethods.IsGet(exchange.Method))
        {
            exchange.ResponseHeaders.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
            return exchange.ReplyAsync(StatusCodes.Status200OK, "text/html; charset=utf-8", StatusPage.Render(_parts));
        }

        var reply = CallReply.Error(_options, StatusCodes.Status404NotFound, "The resource does not exist.");
        return exchange.ReplyAsync(reply.Status, _sender.JsonLabel, reply.Body);
    }
}
