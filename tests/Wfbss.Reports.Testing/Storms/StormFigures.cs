using System.Globalization;
using System.Text;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Testing.Storms;

/// <summary>What a storm left behind, as the service and the run have it.</summary>
internal sealed record StormFigures
{
    public required StormOptions Options { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required long Requests { get; init; }

    public required long Writes { get; init; }

    /// <summary>Requests that read, to find out what became of a write.</summary>
    public required long ReadBacks { get; init; }

    public required IReadOnlyDictionary<string, long> Faults { get; init; }

    /// <summary>How many results have each status.</summary>
    public required IReadOnlyDictionary<string, int> Outcomes { get; init; }

    /// <summary>How many results there are.</summary>
    public int Results => Outcomes.Values.Sum();

    /// <summary>How many results are Unknown.</summary>
    public int Unknown => Outcomes.GetValueOrDefault(ResultStatus.Unknown);

    /// <summary>How many outcomes were found by reading back.</summary>
    public required int ConfirmedByReadBack { get; init; }

    /// <summary>How many customers have 0, 1, 2 reports.</summary>
    public required IReadOnlyDictionary<int, int> CustomersByReports { get; init; }

    /// <summary>The guarantees that were broken, each as a sentence; none if all is well.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];

    public static StormFigures Of(
        StormOptions options,
        SandboxServer server,
        IReadOnlyList<ScheduledReportResult> results,
        TimeSpan elapsed)
    {
        var counters = server.Counters;
        return new StormFigures
        {
            Options = options,
            Elapsed = elapsed,
            Requests = counters.Requests,
            Writes = counters.Writes,
            ReadBacks = counters.Requests - counters.Writes,
            Faults = counters.FaultsInjected,
            Outcomes = results.CountBy(result => result.Status).ToDictionary(),
            ConfirmedByReadBack = results.Count(result => result.ConfirmedByReadBack),
            CustomersByReports = server.State.Customers.CountBy(customer => customer.Reports.Count).ToDictionary(),
        };
    }

    /// <summary>The figures, one a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, "operation", Options.Operation);
        Line(text, "customers", Options.Customers);
        Line(text, "seed", Options.Seed);
        Line(text, "requests", Requests);
        Line(text, "writes", Writes);
        Line(text, "read-backs", ReadBacks);
        Line(text, "faults", $"{Faults.Values.Sum()} ({100.0 * Faults.Values.Sum() / Requests:0.0} % of the requests)");
        foreach (var (name, count) in Faults.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Line(text, $"  {name}", count);
        }

        foreach (var (status, count) in Outcomes.Where(entry => entry.Key != ResultStatus.Unknown).OrderBy(entry => entry.Key))
        {
            Line(text, $"outcome {status}", count);
        }

        Line(text, $"outcome {ResultStatus.Unknown}", $"{Unknown} ({100.0 * Unknown / Results:0.00} % of the results)");
        Line(text, "confirmed by read-back", ConfirmedByReadBack);
        foreach (var (reports, count) in CustomersByReports.OrderBy(entry => entry.Key))
        {
            Line(text, $"customers with {reports} report(s)", count);
        }

        Line(text, "seconds", Math.Round(Elapsed.TotalSeconds, 1));
        Line(text, "guarantees broken", Broken.Count);
        foreach (var sentence in Broken.Take(20))
        {
            text.Append("  ").AppendLine(sentence);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, object value) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{name,-30} {value}");
}
