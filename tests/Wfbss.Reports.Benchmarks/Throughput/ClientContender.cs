using Wfbss.Reports.Sessions;
using Wfbss.Reports.Testing;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Benchmarks.Throughput;

/// <summary>A run of the client.</summary>
internal sealed class ClientContender(WfbssSession session, int inFlight) : IContender
{
    public string Name => "client";

    public double Target(TimeSpan latency) => latency > TimeSpan.Zero ? 0.97 : 0.75;

    public async Task CreateAsync(IReadOnlyList<CustomerId> ids)
    {
        await using var run = WriteRun.Create(session, Samples.WeeklyByEmail, new WriteRunOptions { ThrottleLimit = inFlight });
        var done = 0;
        await run.ToEndAsync(ids.Select(RunExtensions.Target), result => done += result.Succeeded ? 1 : 0);
        if (done != ids.Count)
        {
            throw new InvalidOperationException($"{ids.Count - done} customers are not done.");
        }
    }

    public void Dispose() => session.Dispose();
}
