using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;

namespace Wfbss.Reports.Client.Example;

/// <summary>A program of a provider that gives each of its customers a weekly report, and keeps it right.</summary>
internal static class WeeklyReports
{
    private static readonly ReportDefinition Weekly = new()
    {
        Name = "Weekly security",
        Schedule = ReportSchedule.Weekly(DayOfWeek.Monday, new TimeSpan(8, 0, 0)),
        Contents = [ReportContent.Parse("VirusSummary"), ReportContent.Parse("Top5DevicesWithVirusDetections")],
        SendEmail = true,
        Recipients = ["soc@example.com"],
    };

    public static async Task RunAsync(Uri address, string accessToken, string secretKey, TextWriter output)
    {
        var options = new SessionOptions { BaseUri = address, AccessToken = accessToken };
        using var session = await WfbssSession.ConnectAsync(options, SecretKey.FromText(secretKey));
        var customers = new List<CustomerId>();
        await foreach (var customer in new CustomerReader(session).ListAsync())
        {
            customers.Add(CustomerId.Parse(customer.CustomerId));
        }

        var reports = new ScheduledReportClient(session);

        // Create. With a JournalPath as well, a run that was killed can be started again and sends nothing twice.
        await foreach (var result in reports.CreateAsync(customers, Weekly, new WriteRunOptions { SkipExisting = true }))
        {
            await output.WriteLineAsync($"{result.CustomerName}: {result.Status} {result.Message}");
        }

        // Change some settings of a report that is there, by its name. What is not named stays as it is.
        var later = new ReportChanges { At = new TimeSpan(9, 30, 0), Contents = Weekly.Contents };
        await foreach (var result in reports.ChangeAsync(customers.Take(2), Weekly.Name, later))
        {
            await output.WriteLineAsync($"{result.CustomerName}: changed, {result.Status}");
        }

        // Compare with what should be. Nothing is written.
        await foreach (var comparison in reports.CompareAsync(customers, [Weekly]))
        {
            await output.WriteLineAsync($"{comparison}: {string.Join("; ", comparison.Differences)}");
        }

        // Make it so. Nothing is removed unless SyncOptions says so.
        await foreach (var result in reports.SyncAsync(customers, [Weekly]))
        {
            await output.WriteLineAsync($"{result.CustomerName}: {result.Action}");
        }

        await foreach (var result in reports.RemoveAsync(customers.Take(1), Weekly.Name))
        {
            await output.WriteLineAsync($"{result.CustomerName}: removed, {result.Status}");
        }

        await foreach (var customer in reports.ReadAsync(customers))
        {
            await output.WriteLineAsync(customer.ToString());
        }
    }
}
