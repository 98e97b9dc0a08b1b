namespace Wfbss.Reports.Transport;

/// <summary>A log that keeps nothing.</summary>
public sealed class NullOperationLog : IOperationLog
{
    /// <summary>The one instance.</summary>
    public static NullOperationLog Instance { get; } = new();

    private NullOperationLog()
    {
    }

    /// <inheritdoc/>
    public bool IsDebugOn => false;

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Debug(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }
}
