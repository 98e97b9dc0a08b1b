using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>What a service sees in a request.</summary>
internal static class RequestReading
{
    /// <summary>The customers that a request names.</summary>
    public static CustomerId[] CustomerIds(this ServiceRequest request)
    {
        var cids = request.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("cids=", StringComparison.Ordinal));
        return cids is null
            ? []
            : [.. cids["cids=".Length..].Split(',').Select(text => CustomerId.TryParse(text, out var id) ? id : throw new FormatException(text))];
    }
}
