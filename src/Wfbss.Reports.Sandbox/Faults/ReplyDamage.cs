using System.Text;
using System.Text.Json.Nodes;
using Wfbss.Reports.Sandbox.Calls;

namespace Wfbss.Reports.Sandbox.Faults;

/// <summary>Makes bad replies out of good ones.</summary>
internal static class ReplyDamage
{
    private const int PartSize = 64 * 1024;

    public static byte[] Garbage { get; } = [0xFF, 0xFE, 0x00, .. "}{ \"customers\": [ {{{ not JSON"u8, 0x80];

    public static byte[] Html { get; } = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Please sign in &amp; try again</h1></body></html>");

    /// <summary>Gives the first element another id.</summary>
    public static CallReply WithWrongElement(CallReply reply, SandboxRequest request, SandboxState state, SandboxFault fault, bool lowerCaseIds)
    {
        var id = fault.WrongId ?? OtherCustomer(request, state);
        return Change(reply, customers => customers[0]!["id"] = lowerCaseIds ? id.ToString("D") : id.ToString("D").ToUpperInvariant());
    }

    /// <summary>Repeats the first element at the end.</summary>
    public static CallReply WithDuplicate(CallReply reply) => Change(reply, customers => customers.Add(customers[0]!.DeepClone()));

    /// <summary>Valid JSON of about this many bytes, part by part.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Oversized(long size)
    {
        yield return "{\"customers\":[],\"padding\":\""u8.ToArray();
        var part = new byte[PartSize];
        Array.Fill(part, (byte)'x');
        for (var left = size; left > 0; left -= PartSize)
        {
            yield return part.AsMemory(0, (int)Math.Min(left, PartSize));
        }

        yield return "\"}"u8.ToArray();
    }

    private static CallReply Change(CallReply reply, Action<JsonArray> change)
    {
        var root = JsonNode.Parse(reply.Body);
        if (root?["customers"] is not JsonArray { Count: > 0 } customers)
        {
            return reply;
        }

        change(customers);
        return reply with { Body = Encoding.UTF8.GetBytes(root.ToJsonString()) };
    }

    private static Guid OtherCustomer(SandboxRequest request, SandboxState state) =>
        state.Listing.FirstOrDefault(customer => !request.CustomerIds.Contains(customer.Id))?.Id ?? Guid.NewGuid();
}
