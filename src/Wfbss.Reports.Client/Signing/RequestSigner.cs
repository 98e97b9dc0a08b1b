using System.Security.Cryptography;
using System.Text;

namespace Wfbss.Reports.Signing;

/// <summary>The signature that the service asks for on every request (source: service/smpi.md, "Signature").</summary>
internal static class RequestSigner
{
    /// <summary>
    /// Signs one attempt: <c>base64(HMAC-SHA256(key, posix-time + METHOD + request-target + content-md5))</c>, where
    /// content-md5 is <c>base64(MD5(body))</c>, or nothing for an empty body.
    /// </summary>
    /// <param name="key">The secret key of the pair.</param>
    /// <param name="posixTime">The time of the attempt as in <c>x-posix-time</c>: seconds since 1970 in UTC.</param>
    /// <param name="method">The HTTP method, in any case.</param>
    /// <param name="requestTarget">Path and query, byte for byte as they go on the wire: percent-encoded, without host.</param>
    /// <param name="body">The bytes of the body; empty if there is none.</param>
    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public static string Sign(SecretKey key, string posixTime, string method, string requestTarget, byte[] body)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(body);

        var message = posixTime + method.ToUpperInvariant() + requestTarget + ContentMd5(body);
        return Convert.ToBase64String(key.Authenticate(Encoding.UTF8.GetBytes(message)));
    }

    // MD5 is the service's choice. It guards nothing by itself here: the HMAC covers it.
#pragma warning disable CA5351
    private static string ContentMd5(byte[] body)
    {
        if (body.Length == 0)
        {
            return "";
        }
#if NET
        return Convert.ToBase64String(MD5.HashData(body));
#else
        using var md5 = MD5.Create();
        return Convert.ToBase64String(md5.ComputeHash(body));
#endif
    }
#pragma warning restore CA5351
}
