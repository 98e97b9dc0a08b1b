namespace Wfbss.Reports.Sandbox.Customers;

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
