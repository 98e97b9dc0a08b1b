using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Wfbss.Reports.Sandbox.Tests.Support;

/// <summary>The signature as the vendor's page describes it, for these tests only.</summary>
internal static class Signer
{
    [SuppressMessage("Security", "CA5351", Justification = "The service's signature is defined with MD5.")]
    public static string Sign(string secretKey, string posixTime, string method, string target, string body)
    {
        var md5 = body.Length == 0 ? "" : Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(body)));
        var message = posixTime + method.ToUpperInvariant() + target + md5;
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(message)));
    }
}
