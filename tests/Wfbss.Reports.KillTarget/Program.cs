using Wfbss.Reports;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Testing;
using Wfbss.Reports.Writing;

// Creates the weekly report for all customers of the service, with a journal. Everything it needs comes in environment
// variables; it exits with 0 when every customer has its report.
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
    if (CustomerId.TryParse(customer.CustomerId, out var id)) ids.Add(id);
}

var runOptions = new WriteRunOptions { ThrottleLimit = 2, JournalPath = Variable("KILL_TARGET_JOURNAL") };
await using var run = WriteRun.Create(session, SampleDefinitions.Weekly, runOptions);
var results = await run.ToEndAsync(ids);
return results.TrueForAll(result => result.Succeeded) ? 0 : 1;

static string Variable(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"The environment variable {name} is not set.");
