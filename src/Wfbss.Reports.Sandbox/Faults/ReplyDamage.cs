using System.Text;

namespace Wfbss.Reports.Sandbox.Faults;

/// <summary>Bodies that come in place of a reply.</summary>
internal static class ReplyDamage
{
    private const int PartSize = 64 * 1024;

    public static byte[] Garbage { get; } = [0xFF, 0xFE, 0x00, .. "}{ \"customers\": [ {{{ not JSON"u8, 0x80];

    public static byte[] Html { get; } = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Please sign in &amp; try again</h1></body></html>");

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
}
