using Wfbss.Reports.Benchmarks.Hosting;

namespace Wfbss.Reports.Benchmarks.Throughput;

/// <summary>The pipeline <c>$ids | New-WfbssScheduledReport</c> in a real engine.</summary>
internal sealed class CmdletContender : IContender
{
    private readonly Engine _engine = new();
    private readonly int _inFlight;

    public CmdletContender(SandboxProcess sandbox, int inFlight)
    {
        _inFlight = inFlight;
        _engine.Import();
        _engine.Connect(sandbox);
    }

    public string Name => "cmdlet";

    public double Target(TimeSpan latency) => latency > TimeSpan.Zero ? 0.97 : 0.75;

    public Task CreateAsync(IReadOnlyList<CustomerId> ids)
    {
        var results = _engine.Run(
            shell => shell.AddCommand("New-WfbssScheduledReport")
                .AddParameter("Name", "Weekly security")
                .AddParameter("DayOfWeek", DayOfWeek.Monday)
                .AddParameter("At", "08:00")
                .AddParameter("Content", new[] { "100", "101" })
                .AddParameter("Recipient", new[] { "soc@example.com" })
                .AddParameter("GroupId", new[] { 1, 2 })
                .AddParameter("ThrottleLimit", _inFlight)
                .AddParameter("Confirm", false),
            ids.Select(id => id.ToString()));
        return results.Count == ids.Count ? Task.CompletedTask : throw new InvalidOperationException("Not every input came out.");
    }

    public void Dispose() => _engine.Dispose();
}
