namespace Wfbss.Reports;

/// <summary>Where an operation says what it is doing. Called from any thread; no text holds a secret or a signature.</summary>
public interface IOperationLog
{
    /// <summary>Whether anybody wants <see cref="Debug"/>, which is a line for each request.</summary>
    bool IsDebugOn { get; }

    /// <summary>For the user: what is being waited for, what is tried again and why.</summary>
    void Verbose(string message);

    /// <summary>For support: each request with its trace id, status and duration.</summary>
    void Debug(string message);

    /// <summary>Something the user should look at, although the work goes on.</summary>
    void Warning(string message);
}

/// <summary>A log that keeps nothing.</summary>
internal sealed class NullOperationLog : IOperationLog
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
