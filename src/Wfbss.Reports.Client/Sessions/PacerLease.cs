namespace Wfbss.Reports.Sessions;

/// <summary>The right to have one request under way.</summary>
internal sealed class PacerLease(Pacer pacer, int slowDownsBefore) : IDisposable
{
    private Pacer? _pacer = pacer;

    /// <summary>How often the service had asked to slow down when the request went out.</summary>
    public int SlowDownsBefore { get; } = slowDownsBefore;

    public void Dispose() => Interlocked.Exchange(ref _pacer, null)?.Leave();
}
