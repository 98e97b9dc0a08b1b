using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Testing.Storms;

/// <summary>What must hold after a storm of creates, whatever struck.</summary>
internal static class StormGuarantees
{
    /// <summary>A sentence for each guarantee that was broken for a customer.</summary>
    public static IEnumerable<string> BrokenBy(
        StormOptions options,
        IReadOnlyList<SandboxCustomer> customers,
        IReadOnlyList<ScheduledReportResult> results)
    {
        var order = customers.Select(customer => new CustomerId(customer.Id).ToString());
        if (!order.SequenceEqual(results.Select(result => result.CustomerId)))
        {
            return [$"{customers.Count} inputs gave {results.Count} outcomes, or not in the order of the input."];
        }

        return [.. TooManyUnknown(options, results), .. customers.Zip(results).SelectMany(pair => BrokenFor(options, pair.First, pair.Second))];
    }

    private static IEnumerable<string> TooManyUnknown(StormOptions options, IReadOnlyList<ScheduledReportResult> results)
    {
        var unknown = results.Count(result => result.Status == ResultStatus.Unknown);
        if (!options.BreaksReading && unknown > results.Count * StormWork.MostUnknown)
        {
            yield return $"{unknown} of {results.Count} customers are Unknown, more than {StormWork.MostUnknown:P0}.";
        }
    }

    private static IEnumerable<string> BrokenFor(StormOptions options, SandboxCustomer customer, ScheduledReportResult result)
    {
        var reports = customer.Reports.Count;
        if (reports > 1)
        {
            yield return $"{result.CustomerId} has {reports} reports.";
        }

        if (result.Succeeded != (reports == 1) && result.Status != ResultStatus.Unknown)
        {
            yield return $"{result.CustomerId} is {result.Status} ({result.Message}) and has {reports} report(s).";
        }

        if (result.Succeeded && customer.Reports.All(report => report.Rtid != result.ReportId))
        {
            yield return $"{result.CustomerId} has no report {result.ReportId}.";
        }

        if (!options.BreaksReading && !result.Succeeded && result.Status != ResultStatus.Unknown)
        {
            yield return $"{result.CustomerId} is {result.Status}: {result.Message}";
        }
    }
}
