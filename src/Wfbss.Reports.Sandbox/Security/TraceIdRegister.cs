namespace Wfbss.Reports.Sandbox.Security;

/// <summary>Remembers the latest trace ids, as many as fit; older ones are forgotten to bound the memory.</summary>
internal sealed class TraceIdRegister(int capacity)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Guid> _known = [];
    private readonly Queue<Guid> _order = new();

    /// <summary>False when the id was used before.</summary>
    public bool TryAdd(Guid id)
    {
        lock (_gate)
        {
            if (!_known.Add(id))
            {
                return false;
            }

            _order.Enqueue(id);
            if (_order.Count > capacity)
            {
                _known.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
