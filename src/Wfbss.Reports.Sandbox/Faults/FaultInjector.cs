using System.Globalization;
using Microsoft.AspNetCore.Http;
using Wfbss.Reports.Sandbox.Calls;
using Wfbss.Reports.Sandbox.Hosting;

namespace Wfbss.Reports.Sandbox.Faults;

/// <summary>Carries out a request in the way that its fault wants.</summary>
internal sealed class FaultInjector(SandboxOptions options, SandboxState state, CallTable calls, ReplySender sender, RetryAfterWindows windows)
{
    public async Task InjectAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, CancellationToken stopping)
    {
        var reply = fault.Time == FaultTime.AfterCommit ? calls.Execute(request) : null;
        switch (fault.Effect)
        {
            case FaultEffect.Reset:
                await sender.DropAsync(exchange, request);
                break;
            case FaultEffect.Close:
                await sender.CloseAsync(exchange, request);
                break;
            case FaultEffect.Status:
                await RefuseAsync(exchange, request, fault);
                break;
            case FaultEffect.Delay:
                await Task.Delay(fault.Delay, options.TimeProvider, stopping);
                await sender.SendAsync(exchange, request, reply ?? calls.Execute(request));
                break;
            case FaultEffect.Garbage:
                await sender.SendAsync(exchange, request, StatusCodes.Status200OK, sender.JsonLabel, ReplyDamage.Garbage);
                break;
            case FaultEffect.Html:
                await sender.SendAsync(exchange, request, StatusCodes.Status200OK, "text/html; charset=utf-8", ReplyDamage.Html);
                break;
            case FaultEffect.Oversized:
                await sender.StreamAsync(exchange, request, ReplyDamage.Oversized(fault.Size));
                break;
            default:
                await SpoilAsync(exchange, request, fault, reply ?? throw new InvalidOperationException($"{fault.Name} has no reply to spoil."));
                break;
        }
    }

    private Task SpoilAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, CallReply reply) => fault.Effect switch
    {
        FaultEffect.Truncate => sender.TruncateAsync(exchange, request, reply),
        FaultEffect.WrongElement => sender.SendAsync(exchange, request, ReplyDamage.WithWrongElement(reply, request, state, fault, options.LowerCaseIds)),
        FaultEffect.DuplicateElement => sender.SendAsync(exchange, request, ReplyDamage.WithDuplicate(reply)),
        _ => throw new InvalidOperationException($"{fault.Effect} does nothing to a reply."),
    };

    private Task RefuseAsync(Exchange exchange, SandboxRequest request, SandboxFault fault)
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

        return sender.SendAsync(exchange, request, CallReply.Error(options, fault.Status, fault.Message));
    }
}
