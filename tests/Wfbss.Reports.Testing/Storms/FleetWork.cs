using Wfbss.Reports.Planning;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Testing.Storms;

/// <summary>What Sync, Set and Remove have in common in a storm: customers that have reports already, each known by its id.</summary>
internal abstract class FleetWork(StormOptions options, SandboxServer server, WfbssSession session) : StormWork
{
    private readonly List<IReadOnlyList<SandboxReport>> _before = [];

    protected Fleet Fleet { get; } = new(server, session);

    protected StormOptions Options => options;

    protected SandboxServer Server => server;

    public override void Prepare()
    {
        Fleet.Fill();
        _before.AddRange(server.State.Customers.Select(customer => customer.Reports));
    }

    public override IEnumerable<string> BrokenBy(IReadOnlyList<ScheduledReportResult> results)
    {
        var customers = server.State.Customers;
        var byCustomer = InRows(results);
        if (!customers.Select(customer => new CustomerId(customer.Id).ToString()).SequenceEqual(byCustomer.Select(its => its[0].CustomerId)))
        {
            return [$"{customers.Count} customers gave results for {byCustomer.Count}, or not in the order of the input."];
        }

        return
        [
            .. TooManyUndecided(results),
            .. customers.Select((customer, index) => new FleetOutcome(customer, Fleet.KindAt(index), _before[index], byCustomer[index])).SelectMany(BrokenForAny),
        ];
    }

    /// <summary>Whether a result of Done is true.</summary>
    protected abstract bool IsTrue(FleetOutcome outcome, SyncResult done);

    /// <summary>What else must hold for a customer.</summary>
    protected abstract IEnumerable<string> BrokenFor(FleetOutcome outcome);

    private IEnumerable<string> BrokenForAny(FleetOutcome outcome)
    {
        var its = outcome.Results;
        foreach (var touched in outcome.Touched.Where(report => !its.Any(result => result.ReportId == report.Rtid && IsDoneOrUnknown(result))))
        {
            yield return $"{outcome}: report {touched.Rtid} '{touched.Name}' is gone or changed, and no result says so.";
        }

        foreach (var untrue in its.Where(result => result.Succeeded && !IsTrue(outcome, result)))
        {
            yield return $"{outcome}: {untrue.ReportName} {untrue.ReportId} is {untrue.Action} and Done, and is not as that says.";
        }

        if (its.Length != its.Select(result => (result.ReportName, result.ReportId)).Distinct().Count())
        {
            yield return $"{outcome}: a report has two results.";
        }

        foreach (var bad in its.Where(result => !options.BreaksReading && !IsPossible(outcome.Kind, result.Status)))
        {
            yield return $"{outcome}: {bad.ReportName} {bad.ReportId} is {bad.Status}: {bad.Message}";
        }

        foreach (var sentence in BrokenFor(outcome))
        {
            yield return $"{outcome}: {sentence}";
        }
    }

    /// <summary>Whether a status can come of a storm in which reads are answered, if not always with the truth.</summary>
    protected virtual bool IsPossible(FleetKind kind, string status) => kind is FleetKind.Expired
        ? status is ResultStatus.Refused or ResultStatus.NotAttempted
        : status is ResultStatus.Done || IsUndecided(status);

    protected static bool IsUndecided(string status) => status is ResultStatus.Unknown or ResultStatus.NotAttempted;

    private static bool IsDoneOrUnknown(ScheduledReportResult result) => result.Status is ResultStatus.Done or ResultStatus.Unknown;

    private IEnumerable<string> TooManyUndecided(IReadOnlyList<ScheduledReportResult> results)
    {
        var undecided = results.Count(result => IsUndecided(result.Status));
        if (!options.BreaksReading && undecided > results.Count * MostUnknown)
        {
            yield return $"{undecided} of {results.Count} results are Unknown or NotAttempted, more than {MostUnknown:P0}.";
        }
    }

    // Those of one customer must come one after the other, so what comes later is another row.
    private static List<SyncResult[]> InRows(IEnumerable<ScheduledReportResult> results)
    {
        var rows = new List<List<SyncResult>>();
        foreach (var result in results.Cast<SyncResult>())
        {
            if (rows.Count == 0 || rows[^1][0].CustomerId != result.CustomerId)
            {
                rows.Add([]);
            }

            rows[^1].Add(result);
        }

        return rows.ConvertAll(row => row.ToArray());
    }
}

/// <summary>A customer before and after a storm, with its results.</summary>
internal sealed record FleetOutcome(SandboxCustomer Customer, FleetKind Kind, IReadOnlyList<SandboxReport> Before, SyncResult[] Results)
{
    /// <summary>Its reports after the storm.</summary>
    public IReadOnlyList<SandboxReport> After { get; } = Customer.Reports;

    /// <summary>The reports that it had, and has no more as they were: every write of one makes another object of it.</summary>
    public IEnumerable<SandboxReport> Touched => Before.Where(report => !After.Any(now => ReferenceEquals(now, report)));

    /// <summary>The reports that it had not.</summary>
    public IEnumerable<SandboxReport> Made => After.Where(report => Before.All(earlier => earlier.Rtid != report.Rtid));

    /// <summary>The report of an id before the storm.</summary>
    public SandboxReport? Earlier(int? reportId) => Before.FirstOrDefault(report => report.Rtid == reportId);

    /// <summary>The report of an id after it.</summary>
    public SandboxReport? Now(int? reportId) => After.FirstOrDefault(report => report.Rtid == reportId);

    public override string ToString() => $"{new CustomerId(Customer.Id)} ({Kind})";
}

/// <summary>Sync: every customer is to have two reports as they are defined, and no other.</summary>
internal sealed class SyncWork(StormOptions options, SandboxServer server, WfbssSession session) : FleetWork(options, server, session)
{
    private static readonly SyncOptions Removes = new() { RemoveDuplicate = true, RemoveUnmanaged = true };

    public override Task<List<ScheduledReportResult>> WriteAsync() => Fleet.SyncAsync(Removes, throttleLimit: Options.ThrottleLimit);

    /// <summary>A calm run converges, and the next one writes nothing; nor does the first, if the storm left nothing over.</summary>
    public override async Task<IReadOnlyList<string>> BrokenInTheCalmAsync(IReadOnlyList<ScheduledReportResult> results)
    {
        var broken = new List<string>();
        Server.Counters.Reset();
        var second = await WriteAsync();
        var isAllDone = !results.Any(result => IsUndecided(result.Status));
        if (isAllDone && Server.Counters.Writes > 0)
        {
            broken.Add($"The storm left nothing over, and the run after it sent {Server.Counters.Writes} writes.");
        }

        broken.AddRange(second
            .Where(result => result.Status is not (ResultStatus.Done or ResultStatus.Refused))
            .Select(result => $"In the calm, {result.CustomerId} is {result.Status} ({result.Message})."));
        broken.AddRange(Server.State.Customers
            .Where((customer, index) => Fleet.KindAt(index) is not FleetKind.Expired && Fleet.Describe(customer) != "First Second +0")
            .Select(customer => $"In the calm, {new CustomerId(customer.Id)} has {Fleet.Describe(customer)}."));

        Server.Counters.Reset();
        await WriteAsync();
        if (Server.Counters.Writes > 0)
        {
            broken.Add($"The second calm run sent {Server.Counters.Writes} writes.");
        }

        return broken;
    }

    protected override bool IsTrue(FleetOutcome outcome, SyncResult done) => done.Action is SyncAction.Removed
        ? outcome.Earlier(done.ReportId) is not null && outcome.Now(done.ReportId) is null
        : outcome.Now(done.ReportId) is { } report && report.Name == done.ReportName && Fleet.IsRight(report);

    protected override IEnumerable<string> BrokenFor(FleetOutcome outcome)
    {
        if (!outcome.Results.Take(2).Select(result => result.ReportName).SequenceEqual([Fleet.First.Name, Fleet.Second.Name]))
        {
            yield return "its results do not begin with one for each definition.";
        }

        foreach (var name in outcome.Made.Select(report => report.Name).Distinct())
        {
            var had = outcome.Before.Count(report => report.Name == name);
            var made = outcome.Made.Count(report => report.Name == name);
            var said = outcome.Results.Any(result => result.ReportName == name && result.Action is SyncAction.Created or SyncAction.Unknown);
            if (had > 0 || made > 1 || !said)
            {
                yield return $"'{name}' was made {made} time(s) where there were {had}.";
            }
        }

        foreach (var its in outcome.Before.Where(report => report.Name == Fleet.First.Name || report.Name == Fleet.Second.Name).GroupBy(report => report.Name))
        {
            var left = outcome.After.Where(report => report.Name == its.Key).ToArray();
            if (left.Length < its.Count() && !left.Any(Fleet.IsRight))
            {
                yield return $"'{its.Key}' was removed, and none that is right has stayed.";
            }
        }
    }
}

/// <summary>Set and Remove: the first report of every customer is changed or removed, all others stay as they are.</summary>
internal sealed class EditWork(StormOptions options, SandboxServer server, WfbssSession session) : FleetWork(options, server, session)
{
    private static readonly ReportChanges Changes = new() { At = TimeSpan.FromHours(14), Contents = [ReportContent.FromNumber(700)] };

    private ReportChanges? Wanted => Options.Operation is JournalUse.Change ? Changes : null;

    public override Task<List<ScheduledReportResult>> WriteAsync() => Fleet.EditAsync(Wanted, throttleLimit: Options.ThrottleLimit);

    protected override bool IsPossible(FleetKind kind, string status) =>
        (kind is FleetKind.Empty or FleetKind.Full && status is ResultStatus.NotFound) || base.IsPossible(kind, status);

    protected override bool IsTrue(FleetOutcome outcome, SyncResult done)
    {
        if (outcome.Earlier(done.ReportId) is not { } before || before.Name != Fleet.First.Name)
        {
            return false;
        }

        var now = outcome.Now(done.ReportId);
        return Wanted is null ? now is null : now is not null && Fleet.HasSameSettings(now, before with { Time = 14 * 3600, Contents = [700] });
    }

    protected override IEnumerable<string> BrokenFor(FleetOutcome outcome)
    {
        var chosen = outcome.Before.Where(report => report.Name == Fleet.First.Name).Select(report => (int?)report.Rtid);
        var isOfCustomer = outcome.Results is [{ ReportId: null, Succeeded: false }];
        if (!isOfCustomer && !chosen.SequenceEqual(outcome.Results.Select(result => result.ReportId)))
        {
            yield return "not every report that was meant has one result, or another has one.";
        }

        if (outcome.Made.Any())
        {
            yield return "a report was made.";
        }
    }
}
