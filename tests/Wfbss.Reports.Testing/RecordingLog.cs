using System.Collections.Concurrent;

namespace Wfbss.Reports.Testing;

/// <summary>Keeps what an operation says.</summary>
internal sealed class RecordingLog : IOperationLog
{
    public ConcurrentQueue<string> VerboseLines { get; } = new();

    public ConcurrentQueue<string> DebugLines { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public bool IsDebugOn => true;

    public void Verbose(string message) => VerboseLines.Enqueue(message);

    public void Debug(string message) => DebugLines.Enqueue(message);

    public void Warning(string message) => Warnings.Enqueue(message);
}
