using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Wfbss.Reports.Sandbox.Calls;

namespace Wfbss.Reports.Sandbox.Security;

/// <summary>Lets in requests that have all four headers, the right token, time and signature, and a fresh trace id.</summary>
internal sealed class RequestGate(SandboxOptions options, KeyPair keyPair)
{
    private const int RememberedTraceIds = 262_144;
    private const string TokenHeader = "x-access-token";
    private const string TimeHeader = "x-posix-time";
    private const string SignatureHeader = "x-signature";
    private const string TraceIdHeader = "x-traceid";

    private readonly byte[] _token = Encoding.UTF8.GetBytes(keyPair.AccessToken);
    private readonly byte[] _key = Encoding.UTF8.GetBytes(keyPair.SecretKey);
    private readonly TraceIdRegister _traceIds = new(RememberedTraceIds);

    /// <summary>Null when the request may come in, otherwise the reply that keeps it out.</summary>
    public CallReply? Check(SandboxRequest request, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        foreach (var name in (ReadOnlySpan<string>)[TokenHeader, TimeHeader, SignatureHeader, TraceIdHeader])
        {
            if (string.IsNullOrEmpty(headers[name]))
            {
                return Unauthorized($"The header {name} is missing.");
            }
        }

        var time = headers[TimeHeader].ToString();
        if (!CryptographicOperations.FixedTimeEquals(_token, Encoding.UTF8.GetBytes(headers[TokenHeader].ToString())))
        {
            return Unauthorized("The access token (x-access-token) is not known.");
        }

        return CheckTime(time)
            ?? (Signature.Matches(_key, time, request.Method, request.Target.Raw, body, headers[SignatureHeader].ToString())
                ? CheckTraceId(headers[TraceIdHeader].ToString())
                : Unauthorized("The signature (x-signature) does not match the request."));
    }

    private CallReply? CheckTime(string time)
    {
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Unauthorized("The time (x-posix-time) is not a number of seconds.");
        }

        var now = (options.TimeProvider.GetUtcNow() + options.ClockOffset).ToUnixTimeSeconds();
        var skew = Int128.Abs((Int128)seconds - now);
        return skew <= (long)options.AllowedClockSkew.TotalSeconds
            ? null
            : Unauthorized(string.Create(CultureInfo.InvariantCulture, $"The time (x-posix-time) is {skew} seconds away from the service's clock."));
    }

    private CallReply? CheckTraceId(string text)
    {
        if (!Guid.TryParse(text, out var id))
        {
            return CallReply.Error(options, StatusCodes.Status400BadRequest, "The trace id (x-traceid) is not a GUID.");
        }

        return options.RejectRepeatedTraceIds && !_traceIds.TryAdd(id)
            ? CallReply.Error(options, StatusCodes.Status400BadRequest, "The trace id (x-traceid) was used before.")
            : null;
    }

    private CallReply Unauthorized(string message) => CallReply.Error(options, StatusCodes.Status401Unauthorized, message);
}
