using System.Diagnostics;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;

namespace Wfbss.Reports.DesktopRun;

/// <summary>What the program does with the service: connect, list, create, and look at what came of it.</summary>
internal static class Verification
{
    /// <summary>Every character that a query, a body or a signature could stumble over.</summary>
    private const string HardName = "M\u00fcller & S\u00f6hne + #1 100% ~x (a'b!) \uff08\u6771\u4eac\uff09 \U0001f600";

    /// <summary>For the writes: short, because one of the replies will not come.</summary>
    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(4);

    /// <summary>For the rest, which takes its time on a busy machine: the first request most of all.</summary>
    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync()
    {
        using var session = await ConnectAsync(LongPatience);
        var customers = await ListAsync(session, keyword: null);
        var hard = await ListAsync(session, HardName);
        Check.That(hard.Count == 1 && hard[0].Name == HardName, $"{hard.Count} customers have the hard name");

        var ids = customers.ConvertAll(customer => customer.CustomerId);
        ids.Add(Guid.NewGuid().ToString());

        using var hasty = await ConnectAsync(ShortPatience);
        var watch = Stopwatch.StartNew();
        var results = await CreateAsync(hasty, ids);
        watch.Stop();
        await JudgeAsync(session, ids, results);
        Report(results, watch.Elapsed);
    }

    private static Task<WfbssSession> ConnectAsync(TimeSpan patience)
    {
        var options = new SessionOptions
        {
            AccessToken = Environment.GetEnvironmentVariable("WFBSS_ACCESS_TOKEN"),
            BaseUri = new Uri(Environment.GetEnvironmentVariable("WFBSS_BASE_URI")),
            Timeout = patience,
            RetryInterval = TimeSpan.FromMilliseconds(50),
        };
        return WfbssSession.ConnectAsync(
            options, SecretKey.FromText(Environment.GetEnvironmentVariable("WFBSS_SECRET_KEY")), verify: patience == LongPatience);
    }

    private static async Task<List<Customer>> ListAsync(WfbssSession session, string? keyword)
    {
        var customers = new List<Customer>();
        await foreach (var customer in new CustomerReader(session).ListAsync(keyword))
        {
            customers.Add(customer);
        }

        return customers;
    }

    private static async Task<List<ScheduledReportResult>> CreateAsync(WfbssSession session, List<string> ids)
    {
        var definition = new ReportDefinition
        {
            Name = "Weekly " + HardName,
            Schedule = ReportSchedule.Weekly(DayOfWeek.Monday, TimeSpan.FromHours(8)),
            Contents = [ReportContent.FromNumber(100), ReportContent.FromNumber(101)],
            SendEmail = true,
            Recipients = ["soc@example.com"],
        };
        var results = new List<ScheduledReportResult>();
        await foreach (var result in new ScheduledReportClient(session).CreateAsync(ids.Select(CustomerId.Parse), definition))
        {
            results.Add(result);
        }

        return results;
    }

    private static async Task JudgeAsync(WfbssSession session, List<string> ids, List<ScheduledReportResult> results)
    {
        Check.That(results.Select(result => result.CustomerId).SequenceEqual(ids, StringComparer.OrdinalIgnoreCase), "the results are not in the order of the input");
        var unknown = results[results.Count - 1];
        Check.That(unknown.Status == ResultStatus.NotReturned, $"the unknown customer came out as {unknown.Status}: {unknown.Message}");
        var failed = results.Where(result => !result.Succeeded).ToList();
        Check.That(
            failed.Count == 2 && failed[0].Status == ResultStatus.LimitError,
            "besides the unknown customer and the one at the limit failed " + string.Join("; ", failed.Select(result => $"{result.CustomerId} {result.Status} {result.Message}")));
        Check.That(results.Any(result => result.ConfirmedByReadBack), "no lost answer was made up for by reading back");

        var known = ids.Take(ids.Count - 1).Select(CustomerId.Parse);
        var reports = new Dictionary<string, int>();
        await foreach (var customer in new ScheduledReportClient(session).ReadAsync(known))
        {
            if (customer.Reports?.Count(report => report.Name == results[0].ReportName) is > 0 and var count)
            {
                reports.Add(customer.CustomerId, count);
            }
        }

        Check.That(reports.Count == ids.Count - 2 && reports.Values.All(count => count == 1), $"{reports.Count} customers have the report, one of them {reports.Values.Max()} times");
    }

    private static void Report(List<ScheduledReportResult> results, TimeSpan elapsed)
    {
        var statuses = results.GroupBy(result => result.Status).OrderByDescending(status => status.Count());
        Console.WriteLine($"{results.Count} customers in {elapsed.TotalSeconds:0.0} s: {string.Join(", ", statuses.Select(status => $"{status.Count()} {status.Key}"))}.");
        Console.WriteLine($"{results.Count(result => result.ConfirmedByReadBack)} were confirmed by reading back; {results.Count(result => result.Attempts > 1)} took more than one attempt.");
    }
}
