using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Wfbss.Reports.Sandbox.Security;

/// <summary>The service's signature, written for itself: shared code would hide a client's mistake.</summary>
internal static class Signature
{
    /// <summary>Whether this is the signature of what came over the wire.</summary>
    /// <param name="key">The secret key as UTF-8.</param>
    /// <param name="posixTime">The header as it came.</param>
    /// <param name="method">The method in upper case.</param>
    /// <param name="target">The raw request target.</param>
    /// <param name="body">The raw body; empty when there is none.</param>
    /// <param name="presented">The header to be checked.</param>
    public static bool Matches(byte[] key, string posixTime, string method, string target, ReadOnlySpan<byte> body, string presented)
    {
        var signed = string.Concat(posixTime, method, target, ContentMd5(body));
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed), mac);
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes + 1];
        return Convert.TryFromBase64String(presented, given, out var length)
            && CryptographicOperations.FixedTimeEquals(mac, given[..length]);
    }

    [SuppressMessage("Security", "CA5351", Justification = "The service's signature is defined with MD5.")]
    private static string ContentMd5(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return "";
        }

        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(body, hash);
        return Convert.ToBase64String(hash);
    }
}
