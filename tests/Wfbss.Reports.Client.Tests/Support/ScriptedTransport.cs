using System.Collections.Concurrent;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>A transport without network: a function answers each request.</summary>
internal sealed class ScriptedTransport(Func<ServiceRequest, CancellationToken, Task<Attempt>> answer) : IServiceTransport
{
    private readonly ConcurrentQueue<ServiceRequest> _requests = new();
    private int _underWay;
    private int _mostUnderWay;

    public ScriptedTransport(Func<ServiceRequest, Attempt> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    /// <summary>Every request, in the order in which they were sent.</summary>
    public IReadOnlyList<ServiceRequest> Requests => [.. _requests];

    /// <summary>The most requests that were under way at the same time.</summary>
    public int MostUnderWay => Volatile.Read(ref _mostUnderWay);

    public bool IsDisposed { get; private set; }

    public async Task<Attempt> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request);
        Raise(Interlocked.Increment(ref _underWay));
        try
        {
            // Yields, as the wire does, so that requests can be under way together.
            await Task.Yield();
            return await answer(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    public void Dispose() => IsDisposed = true;

    private void Raise(int underWay)
    {
        int most;
        while (underWay > (most = Volatile.Read(ref _mostUnderWay)))
        {
            Interlocked.CompareExchange(ref _mostUnderWay, underWay, most);
        }
    }
}
