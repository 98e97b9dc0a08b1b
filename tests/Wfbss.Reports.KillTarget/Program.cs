using Wfbss.Reports;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Testing;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

// Creates, changes, removes or syncs the weekly report of all customers of the service, with a journal. Everything it needs
// comes in environment variables; it exits with 0 when every customer has its outcome.
var options = new SessionOptions
{
    BaseUri = new Uri(Variable("WFBSS_BASE_URI")),
    AccessToken = Variable("WFBSS_ACCESS_TOKEN"),
    RetryInterval = TimeSpan.FromMilliseconds(200),
};
using var session = await WfbssSession.ConnectAsync(options, SecretKey.FromText(Variable("WFBSS_SECRET_KEY")), verify: false);

var ids = new List<CustomerId>();
await foreach (var customer in new CustomerReader(session).ListAsync())
{
    if (CustomerId.TryParse(customer.CustomerId, out var id))
    {
        ids.Add(id);
    }
}

var runOptions = new WriteRunOptions { ThrottleLimit = 2, JournalPath = Variable("KILL_TARGET_JOURNAL") };
var use = Enum.Parse<JournalUse>(Variable("KILL_TARGET_USE"));
if (use is JournalUse.Create)
{
    await using var create = WriteRun.Create(session, SampleDefinitions.Weekly, runOptions);
    return ExitCodeOf(await create.ToEndAsync(ids));
}

var sender = new RequestSender(session, NullOperationLog.Instance);
var stop = new RunStop();
await using var run = new WriteRun(sender, runOptions, use, stop: stop);
var reader = new FleetReader(sender, throttleLimit: 2, stop);
var results = new List<ScheduledReportResult>();
await run.ToEndAsync(reader, ids.Select(RunExtensions.Target).Chunk(20), StepsFor, results.Add);
return ExitCodeOf(results);

IReadOnlyList<SyncStep> StepsFor(CustomerReports customer)
{
    if (use is JournalUse.Sync)
    {
        return new SyncPlanner(new DesiredState([SampleDefinitions.Weekly]), new SyncOptions { RemoveUnmanaged = true }).Plan(customer).Steps;
    }

    var name = SampleDefinitions.Weekly.Name;
    ScheduledReport[] chosen = [.. customer.Reports.Where(report => report.Name == name)];
    var selection = new ReportSelection(customer, chosen, name, chosen.Length == 0 ? [name] : [], IsOfReport: false)
        .Resume(run.Journal, wanted => wanted == name);
    return use is JournalUse.Remove
        ? EditPlanner.Remove([selection])
        : EditPlanner.Change([selection], new ReportChanges { Name = "Renamed", At = TimeSpan.FromHours(9), Contents = SampleDefinitions.Weekly.Contents });
}

static int ExitCodeOf(List<ScheduledReportResult> results)
{
    foreach (var failed in results.Where(result => !result.Succeeded))
    {
        Console.Error.WriteLine($"{failed}: {failed.Message}");
    }

    return results.TrueForAll(result => result.Succeeded) ? 0 : 1;
}

static string Variable(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"The environment variable {name} is not set.");
