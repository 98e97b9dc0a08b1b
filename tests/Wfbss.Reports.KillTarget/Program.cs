using Wfbss.Reports;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Testing;

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
    ids.Add(CustomerId.Parse(customer.CustomerId));
}

var runOptions = new WriteRunOptions { ThrottleLimit = 2, JournalPath = Variable("KILL_TARGET_JOURNAL") };
var reports = new ScheduledReportClient(session);
var weekly = Samples.WeeklyByEmail;
var results = Variable("KILL_TARGET_USE") switch
{
    "Create" => reports.CreateAsync(ids, weekly, runOptions),
    "Change" => reports.ChangeAsync(
        ids,
        weekly.Name,
        new ReportChanges { Name = "Renamed", At = TimeSpan.FromHours(9), Contents = weekly.Contents },
        runOptions),
    "Remove" => reports.RemoveAsync(ids, weekly.Name, runOptions),
    "Sync" => reports.SyncAsync(ids, [weekly], new SyncOptions { RemoveUnmanaged = true }, runOptions),
    var use => throw new InvalidOperationException($"KILL_TARGET_USE is '{use}'."),
};

var exitCode = 0;
await foreach (var result in results)
{
    if (!result.Succeeded)
    {
        Console.Error.WriteLine($"{result}: {result.Message}");
        exitCode = 1;
    }
}

return exitCode;

static string Variable(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"The environment variable {name} is not set.");
