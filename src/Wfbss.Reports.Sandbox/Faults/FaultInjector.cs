using System.Globalization;
using Microsoft.AspNetCore.Http;
using Wfbss.Reports.Sandbox.Calls;
using Wfbss.Reports.Sandbox.Hosting;

namespace Wfbss.Reports.Sandbox.Faults;

/// <summary>Carries out a request in the way that its fault wants.</summary>
internal sealed class FaultInjector(SandboxOptions options, SandboxState state, CallTable calls, ReplySender sender, RetryAfterWindows windows)
{
    public Task InjectAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, CancellationToken stopping) => fault.Kind switch
    {
        SandboxFaultKind.TooManyRequests => RefuseForNowAsync(exchange, request, fault, StatusCodes.Status429TooManyRequests),
        SandboxFaultKind.Unavailable => RefuseForNowAsync(exchange, request, fault, StatusCodes.Status503ServiceUnavailable),
        SandboxFaultKind.InternalError => RefuseAsync(exchange, request, fault, StatusCodes.Status500InternalServerError),
        SandboxFaultKind.BadRequest => RefuseAsync(exchange, request, fault, StatusCodes.Status400BadRequest),
        SandboxFaultKind.NotFound => RefuseAsync(exchange, request, fault, StatusCodes.Status404NotFound),
        SandboxFaultKind.Unauthorized => RefuseAsync(exchange, request, fault, StatusCodes.Status401Unauthorized),
        SandboxFaultKind.Forbidden => RefuseAsync(exchange, request, fault, StatusCodes.Status403Forbidden),
        SandboxFaultKind.Html => sender.SendAsync(exchange, request, StatusCodes.Status200OK, "text/html; charset=utf-8", ReplyDamage.Html),
        SandboxFaultKind.RefuseConnection or SandboxFaultKind.DropBeforeCommit => sender.DropAsync(exchange, request),
        SandboxFaultKind.CloseBeforeCommit => sender.CloseAsync(exchange, request),
        SandboxFaultKind.DelayCommit => DelayCommitAsync(exchange, request, fault, stopping),
        _ => AfterCommitAsync(exchange, request, fault, calls.Execute(request), stopping),
    };

    private async Task AfterCommitAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, CallReply reply, CancellationToken stopping)
    {
        switch (fault.Kind)
        {
            case SandboxFaultKind.InternalErrorAfterCommit:
                await RefuseAsync(exchange, request, fault, StatusCodes.Status500InternalServerError);
                break;
            case SandboxFaultKind.DropAfterCommit:
                await sender.DropAsync(exchange, request);
                break;
            case SandboxFaultKind.CloseAfterCommit:
                await sender.CloseAsync(exchange, request);
                break;
            case SandboxFaultKind.DelayReply:
                await Task.Delay(fault.Delay, options.TimeProvider, stopping);
                await sender.SendAsync(exchange, request, reply);
                break;
            case SandboxFaultKind.Truncate:
                await sender.TruncateAsync(exchange, request, reply);
                break;
            case SandboxFaultKind.Garbage:
                await sender.SendAsync(exchange, request, StatusCodes.Status200OK, sender.JsonLabel, ReplyDamage.Garbage);
                break;
            case SandboxFaultKind.Oversized:
                await sender.StreamAsync(exchange, request, ReplyDamage.Oversized(fault.Size));
                break;
            case SandboxFaultKind.WrongElement:
                await sender.SendAsync(exchange, request, ReplyDamage.WithWrongElement(reply, request, state, fault, options.LowerCaseIds));
                break;
            case SandboxFaultKind.DuplicateElement:
                await sender.SendAsync(exchange, request, ReplyDamage.WithDuplicate(reply));
                break;
            default:
                throw new InvalidOperationException($"{fault.Kind} is not a fault after the commit.");
        }
    }

    private async Task DelayCommitAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, CancellationToken stopping)
    {
        await Task.Delay(fault.Delay, options.TimeProvider, stopping);
        await sender.SendAsync(exchange, request, calls.Execute(request));
    }

    private Task RefuseAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, int status) =>
        sender.SendAsync(exchange, request, CallReply.Error(options, status, fault.Message));

    private Task RefuseForNowAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, int status)
    {
        if (fault.RetryAfter is { } wait)
        {
            var now = options.TimeProvider.GetUtcNow();
            var seconds = (long)Math.Ceiling(wait.TotalSeconds);
            var until = now.AddSeconds(seconds);
            if (fault.RetryAfterAsDate)
            {
                // The header has whole seconds, so what it says is a little later than what was meant; that is what counts.
                until = new DateTimeOffset((until.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
            }

            exchange.ResponseHeaders.RetryAfter = fault.RetryAfterAsDate
                ? (until + options.ClockOffset).ToString("R")
                : seconds.ToString(CultureInfo.InvariantCulture);
            windows.Add(now, until);
        }

        return RefuseAsync(exchange, request, fault, status);
    }
}
