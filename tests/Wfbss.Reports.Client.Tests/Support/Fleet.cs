using System.Globalization;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Testing;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Many customers with some of everything, and two definitions that all of them are to have.</summary>
internal sealed class Fleet(SandboxServer server, WfbssSession session)
{
    private static readonly int KindCount = Enum.GetValues<FleetKind>().Length;

    public static ReportDefinition First { get; } = SampleDefinitions.Named("First");

    public static ReportDefinition Second { get; } = SampleDefinitions.Named("Second") with { Schedule = ReportSchedule.Monthly(5, TimeSpan.FromHours(9)) };

    public static DesiredState Desired { get; } = new([First, Second]);

    /// <summary>The customers of a kind, in the service's order.</summary>
    public IEnumerable<SandboxCustomer> Of(FleetKind kind) => server.State.Customers.Where((_, index) => KindAt(index) == kind);

    public static FleetKind KindAt(int index) => (FleetKind)(index % KindCount);

    /// <summary>Gives every customer what its kind has.</summary>
    public void Fill()
    {
        foreach (var (index, customer) in server.State.Customers.Index())
        {
            Fill(customer, index);
        }
    }

    /// <summary>Compares as the cmdlet does: the states of each customer's reports, first and second.</summary>
    public async Task<string[][]> CompareAsync() =>
        [.. (await ReadAsync(new RunStop())).Select(customer => Desired.Compare(customer).Select(comparison => comparison.State).ToArray())];

    /// <summary>Syncs as the cmdlet does, and removes duplicates.</summary>
    public async Task<SyncResult[][]> SyncAsync()
    {
        var planner = new SyncPlanner(Desired, new SyncOptions { RemoveDuplicate = true });
        var stop = new RunStop();
        var plans = (await ReadAsync(stop)).Select(planner.Plan).ToArray();
        await using var run = new WriteRun(Sender(), new WriteRunOptions(), JournalUse.Sync, stop: stop);
        await run.ApplyAsync(plans.SelectMany(plan => plan.Steps));
        return [.. plans.Select(plan => plan.Steps.Select(step => step.Result!).ToArray())];
    }

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

    private async Task<IReadOnlyList<CustomerReports>> ReadAsync(RunStop stop)
    {
        var targets = server.State.Customers.Select((customer, index) => RunExtensions.Target(new(customer.Id), index)).ToArray();
        return await new FleetReader(Sender(), throttleLimit: 5, stop).ReadAsync(targets, TestContext.Current.CancellationToken);
    }

    private RequestSender Sender() => new(session, new SandboxLog());

    private void Fill(SandboxCustomer customer, int index)
    {
        var (first, second) = (Stored(First), Stored(Second));
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

    private static SandboxReport Own(int number) => Stored(SampleDefinitions.Named($"Own {number}"));

    private static SandboxReport Stored(ReportDefinition definition) => SandboxReport.Parse(ReportBody.WriteText(definition));

    private static bool IsRight(SandboxReport report)
    {
        var right = Stored(report.Name == First.Name ? First : Second);
        return (report.Type, report.Enabled, report.Time, report.Email, report.Weekday, report.MonthDay)
                == (right.Type, right.Enabled, right.Time, right.Email, right.Weekday, right.MonthDay)
            && report.GroupIds.SequenceEqual(right.GroupIds)
            && report.Addresses.SequenceEqual(right.Addresses)
            && report.Contents.SequenceEqual(right.Contents);
    }
}
