namespace Wfbss.Reports.Transport;

/// <summary>Sends a request once.</summary>
internal interface IServiceTransport : IDisposable
{
    /// <summary>
    /// Makes one attempt, with a time, trace id and signature of its own. Whatever goes wrong on the way is in the
    /// attempt; only cancellation by the caller and a wiped key are thrown.
    /// </summary>
    Task<Attempt> SendAsync(ServiceRequest request, CancellationToken cancellationToken);
}
