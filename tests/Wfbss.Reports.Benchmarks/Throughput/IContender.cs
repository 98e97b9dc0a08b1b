namespace Wfbss.Reports.Benchmarks.Throughput;

/// <summary>One way to create a report for many customers.</summary>
internal interface IContender : IDisposable
{
    string Name { get; }

    /// <summary>The least share of the yardstick's speed that it must reach.</summary>
    double Target(TimeSpan latency);

    /// <summary>Creates the report for each, and fails unless all are done.</summary>
    Task CreateAsync(IReadOnlyList<CustomerId> ids);
}
