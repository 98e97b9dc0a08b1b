namespace Wfbss.Reports.Sandbox;

/// <summary>A ring of the latest requests. The owner locks.</summary>
internal sealed class RequestLog(int capacity)
{
    private readonly SandboxRequest[] _ring = new SandboxRequest[capacity];
    private long _added;

    public void Add(SandboxRequest request) => _ring[_added++ % capacity] = request;

    /// <summary>The latest requests, oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        var first = Math.Max(0, _added - capacity);
        var latest = new SandboxRequest[_added - first];
        for (var i = first; i < _added; i++)
        {
            latest[i - first] = _ring[i % capacity];
        }

        return latest;
    }

    public void Clear()
    {
        Array.Clear(_ring);
        _added = 0;
    }
}
