using System.Collections.Concurrent;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Keeps what the client says.</summary>
internal sealed class SandboxLog : IOperationLog
{
    private readonly ConcurrentQueue<string> _verbose = new();

    public IReadOnlyCollection<string> VerboseLines => _verbose;

    public bool IsDebugOn => true;

    public void Verbose(string message) => _verbose.Enqueue(message);

    public void Debug(string message)
    {
    }

    public void Warning(string message)
    {
    }
}
