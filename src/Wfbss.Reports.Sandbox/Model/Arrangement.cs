namespace Wfbss.Reports.Sandbox;

/// <summary>What a test has arranged for one customer.</summary>
internal sealed class Arrangement(ArrangementKind kind, string result, string message, int times)
{
    private int _left = times;

    public ArrangementKind Kind { get; } = kind;

    public string Result { get; } = result;

    public string Message { get; } = message;

    /// <summary>Uses the arrangement once; false when it is used up.</summary>
    public bool TryUse() => Volatile.Read(ref _left) == int.MaxValue || Interlocked.Decrement(ref _left) >= 0;
}

/// <summary>What happens to requests that name a certain customer.</summary>
internal enum ArrangementKind
{
    /// <summary>Its element in the reply to a write is given; nothing is stored.</summary>
    Answer,

    /// <summary>Writes are 400 as a whole.</summary>
    Refuse,

    /// <summary>All requests are 404 as a whole.</summary>
    Expire,
}
