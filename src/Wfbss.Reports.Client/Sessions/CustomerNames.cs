using System.Collections.Concurrent;

namespace Wfbss.Reports.Sessions;

/// <summary>Names of customers that were listed in a session. Bounded, so that no listing makes a session grow without end.</summary>
internal sealed class CustomerNames
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<CustomerId, string> _names = new();
    private int _count;

    public IEnumerable<KeyValuePair<CustomerId, string>> All => _names;

    public string? NameOf(CustomerId id) => _names.TryGetValue(id, out var name) ? name : null;

    public void Add(CustomerId id, string name)
    {
        // ConcurrentDictionary.Count takes every lock, so the bound is kept by a count of its own.
        if (_names.ContainsKey(id))
        {
            _names[id] = name;
        }
        else if (Volatile.Read(ref _count) < Most && _names.TryAdd(id, name))
        {
            Interlocked.Increment(ref _count);
        }
    }
}
