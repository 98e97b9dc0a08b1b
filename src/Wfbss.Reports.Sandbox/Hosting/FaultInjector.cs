using System.Globalization;
using Microsoft.AspNetCore.Http;
using Wfbss.Reports.Sandbox.Calls;
using Wfbss.Reports.Sandbox.Faults;

namespace Wfbss.Reports.Sandbox.Hosting;

/// <summary>Carries out a request in the way that its fault wants.</summary>
internal sealed class FaultInjector(SandboxParts parts, CallTable calls, ReplySender sender, RetryAfterWindows windows)
{
    private readonly SandboxOptions _options = parts.Options;

    public Task InjectAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, CancellationToken stopping)
    {
        if (!fault.IsInElements)
        {
            parts.Counters.Injected(request, fault);
        }

        var reply = fault.Time == FaultTime.AfterCommit ? calls.Execute(request) : null;
        return fault.Effect switch
        {
            FaultEffect.Reset => sender.DropAsync(exchange, request),
            FaultEffect.Close => sender.CloseAsync(exchange, request),
            FaultEffect.Status => RefuseAsync(exchange, request, fault),
            FaultEffect.Delay => SendLateAsync(exchange, request, fault, reply, stopping),
            FaultEffect.Garbage => sender.SendAsync(exchange, request, StatusCodes.Status200OK, sender.JsonLabel, ReplyDamage.Garbage),
            FaultEffect.Html => sender.SendAsync(exchange, request, StatusCodes.Status200OK, "text/html; charset=utf-8", ReplyDamage.Html),
            FaultEffect.Oversized => sender.StreamAsync(exchange, request, ReplyDamage.Oversized(fault.Size)),
            FaultEffect.Truncate => sender.TruncateAsync(exchange, request, reply ?? calls.Execute(request)),
            _ => sender.SendAsync(exchange, request, Damage(request, fault, reply ?? calls.Execute(request))),
        };
    }

    private async Task SendLateAsync(Exchange exchange, SandboxRequest request, SandboxFault fault, CallReply? reply, CancellationToken stopping)
    {
        await Task.Delay(fault.Delay, _options.TimeProvider, stopping);
        await sender.SendAsync(exchange, request, reply ?? calls.Execute(request));
    }

    // Counted here: whether there is anything to damage shows only in the reply.
    private CallReply Damage(SandboxRequest request, SandboxFault fault, CallReply reply)
    {
        if (ElementDamage.Apply(reply, request, fault, Spell, () => OtherCustomer(request)) is not { } damaged)
        {
            return reply;
        }

        parts.Counters.Injected(request, fault);
        return damaged;
    }

    private string Spell(Guid id) => _options.LowerCaseIds ? id.ToString("D") : id.ToString("D").ToUpperInvariant();

    private Guid OtherCustomer(SandboxRequest request) =>
        parts.State.Listing.FirstOrDefault(customer => !request.CustomerIds.Contains(customer.Id))?.Id ?? Guid.NewGuid();

    private Task RefuseAsync(Exchange exchange, SandboxRequest request, SandboxFault fault)
    {
        if (fault.RetryAfter is { } wait)
        {
            var now = _options.TimeProvider.GetUtcNow();
            var seconds = (long)Math.Ceiling(wait.TotalSeconds);
            var until = now.AddSeconds(seconds);
            if (fault.RetryAfterAsDate)
            {
                // The header has whole seconds, so what it says is a little later than what was meant; that is what counts.
                until = new DateTimeOffset((until.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
            }

            exchange.ResponseHeaders.RetryAfter = fault.RetryAfterAsDate
                ? (until + _options.ClockOffset).ToString("R")
                : seconds.ToString(CultureInfo.InvariantCulture);
            windows.Add(now, until);
        }

        return sender.SendAsync(exchange, request, CallReply.Error(_options, fault.Status, fault.Message));
    }
}
