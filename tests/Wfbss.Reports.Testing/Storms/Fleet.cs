using System.Globalization;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Testing.Storms;

/// <summary>Many customers with some of everything, and two definitions that all of them are to have.</summary>
internal sealed class Fleet(SandboxServer server, WfbssSession session)
{
    private static readonly int KindCount = Enum.GetValues<FleetKind>().Length;

    public static ReportDefinition First { get; } = Samples.WeeklyByEmail with { Name = "First" };

    public static ReportDefinition Second { get; } = Samples.WeeklyByEmail with { Name = "Second", Schedule = ReportSchedule.Monthly(5, TimeSpan.FromHours(9)) };

    public static DesiredState Desired { get; } = new([First, Second]);

    private static SandboxReport RightFirst { get; } = Stored(First);

    private static SandboxReport RightSecond { get; } = Stored(Second);

    /// <summary>The customers of a kind, in the service's order.</summary>
    public IEnumerable<SandboxCustomer> Of(FleetKind kind) => server.State.Customers.Where((_, index) => KindAt(index) == kind);

    /// <summary>The kind of the customer at an index. Few have expired: each makes the reading of its ten be halved.</summary>
    public static FleetKind KindAt(int index) => (FleetKind)(index % KindCount) is FleetKind.Expired && index / KindCount % KindCount != 0
        ? FleetKind.Right
        : (FleetKind)(index % KindCount);

    /// <summary>Gives every customer what its kind has.</summary>
    public void Fill()
    {
        foreach (var (index, customer) in server.State.Customers.Index())
        {
            Fill(customer, index);
        }
    }

    /// <summary>Compares as the cmdlet does: the states of each customer's reports, first and second.</summary>
    public async Task<string[][]> CompareAsync()
    {
        var customers = await new FleetReader(Sender(), throttleLimit: 5, new RunStop()).ReadAsync([.. Inputs()], CancellationToken.None);
        return [.. customers.Select(customer => Desired.Compare(customer).Select(comparison => comparison.State).ToArray())];
    }

    /// <summary>Syncs as the cmdlet does: the results in the order of the customers.</summary>
    /// <param name="removes">What is removed.</param>
    /// <param name="portion">How many customers are read before the first of them is written to.</param>
    /// <param name="throttleLimit">How many requests are under way at once.</param>
    public Task<List<ScheduledReportResult>> SyncAsync(SyncOptions removes, int portion = 50, int throttleLimit = 5)
    {
        var planner = new SyncPlanner(Desired, removes);
        return WriteAsync(JournalUse.Sync, customer => planner.Plan(customer).Steps, portion, throttleLimit);
    }

    /// <summary>Changes the first report of all customers, whatever it is, or removes it if there are no changes.</summary>
    public Task<List<ScheduledReportResult>> EditAsync(ReportChanges? changes, int portion = 50, int throttleLimit = 5) => WriteAsync(
        changes is null ? JournalUse.Remove : JournalUse.Change,
        customer =>
        {
            ScheduledReport[] chosen = [.. customer.Reports.Where(report => report.Name == First.Name)];
            var selection = new ReportSelection(customer, chosen, First.Name, chosen.Length == 0 ? [First.Name] : [], IsOfReport: false);
            return changes is null ? EditPlanner.Remove([selection]) : EditPlanner.Change([selection], changes);
        },
        portion,
        throttleLimit);

    /// <summary>A customer's reports as text: names with what differs from the definition, the customer's own ones counted.</summary>
    public static string Describe(SandboxCustomer customer)
    {
        var own = customer.Reports.Count(report => report.Name.StartsWith("Own", StringComparison.Ordinal));
        var managed = customer.Reports
            .Where(report => !report.Name.StartsWith("Own", StringComparison.Ordinal))
            .Select(report => report.Name + (IsRight(report) ? "" : "!"))
            .Order(StringComparer.Ordinal);
        return $"{string.Join(' ', managed)} +{own.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Whether a report is as the definition of its name says.</summary>
    public static bool IsRight(SandboxReport report) => HasSameSettings(report, report.Name == First.Name ? RightFirst : RightSecond);

    /// <summary>Whether two reports have the same name and settings.</summary>
    public static bool HasSameSettings(SandboxReport one, SandboxReport other) =>
        (one.Name, one.Type, one.Enabled, one.Time, one.Email, one.Weekday, one.MonthDay)
            == (other.Name, other.Type, other.Enabled, other.Time, other.Email, other.Weekday, other.MonthDay)
        && one.GroupIds.SequenceEqual(other.GroupIds)
        && one.Addresses.SequenceEqual(other.Addresses)
        && one.Contents.SequenceEqual(other.Contents);

    private async Task<List<ScheduledReportResult>> WriteAsync(
        JournalUse use,
        Func<CustomerReports, IReadOnlyList<SyncStep>> plan,
        int portion,
        int throttleLimit)
    {
        var (sender, stop) = (Sender(), new RunStop());
        var results = new List<ScheduledReportResult>();
        await using var run = new WriteRun(sender, new WriteRunOptions { ThrottleLimit = throttleLimit }, use, stop: stop);
        await run.ToEndAsync(new FleetReader(sender, throttleLimit, stop), Inputs().Chunk(portion), plan, results.Add);
        return results;
    }

    private IEnumerable<CustomerInput> Inputs() =>
        server.State.Customers.Select((customer, index) => RunExtensions.Target(new(customer.Id), index));

    private RequestSender Sender() => new(session, NullOperationLog.Instance);

    private void Fill(SandboxCustomer customer, int index)
    {
        var (first, second) = (RightFirst, RightSecond);
        switch (KindAt(index))
        {
            case FleetKind.Empty:
                break;
            case FleetKind.Drifted:
                Give(customer, Drifted(first, index), Drifted(second, index + 1));
                break;
            case FleetKind.Duplicated:
                Give(customer, Drifted(first, index), second, first);
                break;
            case FleetKind.DuplicatedAndDrifted:
                Give(customer, Drifted(first, index), Drifted(first, index + 1));
                break;
            case FleetKind.Full:
                Give(customer, [.. Enumerable.Range(1, 10).Select(Own)]);
                break;
            case FleetKind.Expired:
                Give(customer, Drifted(first, index), second);
                server.State.Expire(customer.Id);
                break;
            case FleetKind.GroupsRenamed:
                Give(customer, first, Own(1), second);
                customer.Groups = [new(1, 1, "All machines"), new(2, 2, "In the cellar")];
                break;
            default:
                Give(customer, first, second);
                break;
        }
    }

    private void Give(SandboxCustomer customer, params SandboxReport[] reports)
    {
        foreach (var report in reports)
        {
            server.State.AddReport(customer.Id, report);
        }
    }

    // Each setting that the service shows, in turn.
    private static SandboxReport Drifted(SandboxReport report, int index) => (index / KindCount % 6) switch
    {
        0 => report with { Time = report.Time + 60 },
        1 => report with { Addresses = ["somebody@example.com"] },
        2 => report with { Enabled = false },
        3 => report with { GroupIds = [] },
        4 => report with { Email = false, Addresses = [] },
        _ => report with { Type = 7 - report.Type, Weekday = report.Type == 4 ? 2 : null, MonthDay = report.Type == 3 ? 2 : null },
    };

    private static SandboxReport Own(int number) => Stored(Samples.WeeklyByEmail with { Name = $"Own {number}" });

    private static SandboxReport Stored(ReportDefinition definition) => SandboxReport.Parse(ReportBody.WriteText(definition));
}

/// <summary>What a customer of a fleet has before it is looked after.</summary>
internal enum FleetKind
{
    /// <summary>No report.</summary>
    Empty,

    /// <summary>Both reports as they should be.</summary>
    Right,

    /// <summary>Both reports with a setting that somebody has changed.</summary>
    Drifted,

    /// <summary>The first report twice: once with a changed setting, then once as it should be.</summary>
    Duplicated,

    /// <summary>The first report twice, both with a changed setting; the second one not at all.</summary>
    DuplicatedAndDrifted,

    /// <summary>Ten reports of its own, so that there is no room.</summary>
    Full,

    /// <summary>Both reports, and a license that has expired.</summary>
    Expired,

    /// <summary>Both reports as they should be, one of its own, and groups with other names.</summary>
    GroupsRenamed,
}
