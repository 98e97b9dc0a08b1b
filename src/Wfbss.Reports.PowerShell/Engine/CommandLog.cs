using System.Collections.Concurrent;

namespace Wfbss.Reports.PowerShell.Engine;

/// <summary>Collects what work on other threads has to say until the pipeline thread can write it.</summary>
internal sealed class CommandLog : IOperationLog, IDisposable
{
    private readonly ConcurrentQueue<LogMessage> _messages = new();
    private readonly AutoResetEvent _something = new(initialState: false);

    /// <summary>Is set when there is a message, or when <see cref="Wake"/> was called.</summary>
    public WaitHandle Something => _something;

    public bool IsDebugOn { get; set; }

    public void Verbose(string message) => Add(new LogMessage(LogStream.Verbose, message));

    public void Debug(string message) => Add(new LogMessage(LogStream.Debug, message));

    public void Warning(string message) => Add(new LogMessage(LogStream.Warning, message));

    public bool TryTake(out LogMessage? message) => _messages.TryDequeue(out message);

    /// <summary>Lets the pipeline thread look around.</summary>
    public void Wake()
    {
        try
        {
            _something.Set();
        }
        catch (ObjectDisposedException)
        {
            // The command has ended; nobody waits any more.
        }
    }

    public void Dispose() => _something.Dispose();

    private void Add(LogMessage message)
    {
        _messages.Enqueue(message);
        Wake();
    }
}
