using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Wfbss.Reports.Testing;

/// <summary>The signature as the vendor's page describes it, without the code of client or sandbox.</summary>
internal static class Signer
{
    public static string Sign(string secretKey, string posixTime, string method, string target, string body) =>
        Sign(Encoding.UTF8.GetBytes(secretKey), posixTime, method, target, Encoding.UTF8.GetBytes(body));

    [SuppressMessage("Security", "CA5351", Justification = "The service's signature is defined with MD5.")]
    public static string Sign(byte[] secretKey, string posixTime, string method, string target, byte[] body)
    {
        var md5 = body.Length == 0 ? "" : Convert.ToBase64String(MD5.HashData(body));
        var message = posixTime + method.ToUpperInvariant() + target + md5;
        return Convert.ToBase64String(HMACSHA256.HashData(secretKey, Encoding.UTF8.GetBytes(message)));
    }
}
