using Wfbss.Reports.Planning;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Planning;

/// <summary>Two hundred customers with some of everything are told apart and brought to the same two reports.</summary>
public sealed class FleetTests(ITestOutputHelper output)
{
    private const int Customers = 200;

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.25, 11)]
    public async Task Comparing_tells_each_kind_apart_and_sends_no_write(double faults, int seed)
    {
        var options = new StormOptions { Customers = Customers, Seed = seed, Faults = faults };
        await using var server = await Storm.StartAsync(options);
        using var session = await Storm.ConnectAsync(server, options);
        var fleet = new Fleet(server, session);
        fleet.Fill();
        Storm.LetLoose(server, options);

        var states = await fleet.CompareAsync();

        Assert.Equal(Enumerable.Range(0, Customers).Select(index => StatesOf(Fleet.KindAt(index))), states.Select(pair => (pair[0], pair[1])));
        Assert.Equal(0, server.Counters.Writes);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(0.25, 21)]
    [InlineData(0.25, 22)]
    [InlineData(0.25, 23)]
    public async Task One_run_brings_all_to_what_they_should_have_and_a_second_one_sends_no_write(double faults, int seed)
    {
        var options = new StormOptions { Customers = Customers, Seed = seed, Faults = faults };
        await using var server = await Storm.StartAsync(options);
        using var session = await Storm.ConnectAsync(server, options);
        var fleet = new Fleet(server, session);
        fleet.Fill();
        Storm.LetLoose(server, options);

        var first = await SyncAsync(fleet);

        var struck = server.Counters.FaultsInjected.Values.Sum();
        output.WriteLine($"{server.Counters.Requests} requests, {struck} faults, {first.Sum(its => its.Count(result => result.ConfirmedByReadBack))} outcomes by read-back");
        Assert.Equal(Enumerable.Range(0, Customers).Select(index => OutcomesOf(Fleet.KindAt(index))), first.Select(Describe));
        AssertConverged(fleet);
        Assert.InRange(struck / (double)server.Counters.Requests, faults * 0.5, faults * 1.6);

        server.Faults.Clear();
        server.Counters.Reset();
        var second = await SyncAsync(fleet);

        Assert.Equal(0, server.Counters.Writes);
        AssertConverged(fleet);
        Assert.All(second.SelectMany(its => its), result => Assert.Equal(SyncAction.None, result.Action));
        // Nothing is left to remove, so that each customer has one result for each definition.
        Assert.All(second, its => Assert.Equal(2, its.Length));
    }

    [Theory]
    [InlineData("PUT", "Unknown Unknown, Created Done, None NotAttempted")]
    [InlineData("DELETE", "Replaced Done, Created Done, Unknown Unknown")]
    [InlineData("POST", "Replaced Done, Unknown Unknown, Removed Done")]
    public async Task What_nobody_can_tell_is_unknown_and_the_next_run_settles_it_without_a_second_report(string method, string outcomes)
    {
        var options = new StormOptions { Customers = Customers, Seed = 30, BreaksReading = true };
        await using var server = await Storm.StartAsync(options);
        using var session = await Storm.ConnectAsync(server, options);
        var fleet = new Fleet(server, session);
        fleet.Fill();
        // The reads that choose what is to be done are answered; those that would tell what became of it are not.
        server.Faults.Script(SandboxFault.DropAfterCommit, int.MaxValue, request => request.Method == method);
        server.Faults.Script(SandboxFault.InternalError, int.MaxValue, request => !request.IsWrite && server.Counters.Writes > 0);

        var first = await SyncAsync(fleet, portion: Customers);

        var drifted = first.Where((_, index) => Fleet.KindAt(index) is FleetKind.DuplicatedAndDrifted).ToArray();
        Assert.NotEmpty(drifted);
        Assert.All(drifted, its => Assert.Equal(outcomes, Describe(its)));

        server.Faults.Clear();
        await SyncAsync(fleet);
        AssertConverged(fleet);
    }

    private static async Task<SyncResult[][]> SyncAsync(Fleet fleet, int portion = 50)
    {
        var results = await fleet.SyncAsync(new SyncOptions { RemoveDuplicate = true }, portion);
        return [.. results.Cast<SyncResult>().GroupBy(result => result.CustomerId).Select(its => its.ToArray())];
    }

    private static void AssertConverged(Fleet fleet)
    {
        foreach (var kind in Enum.GetValues<FleetKind>())
        {
            var expected = kind switch
            {
                FleetKind.Full => " +10",
                FleetKind.Expired => "First! Second +0",
                FleetKind.GroupsRenamed => "First Second +1",
                _ => "First Second +0",
            };
            Assert.NotEmpty(fleet.Of(kind));
            Assert.All(fleet.Of(kind), customer => Assert.Equal(expected, Fleet.Describe(customer)));
        }
    }

    private static (string First, string Second) StatesOf(FleetKind kind) => kind switch
    {
        FleetKind.Drifted => (ReportState.Different, ReportState.Different),
        FleetKind.Duplicated => (ReportState.Duplicated, ReportState.Same),
        FleetKind.DuplicatedAndDrifted => (ReportState.Duplicated, ReportState.Missing),
        FleetKind.Expired => (ReportState.Failed, ReportState.Failed),
        FleetKind.Empty or FleetKind.Full => (ReportState.Missing, ReportState.Missing),
        _ => (ReportState.Same, ReportState.Same),
    };

    private static string OutcomesOf(FleetKind kind) => kind switch
    {
        FleetKind.Empty => "Created Done, Created Done",
        FleetKind.Drifted => "Replaced Done, Replaced Done",
        FleetKind.Duplicated => "None Done, None Done, Removed Done",
        FleetKind.DuplicatedAndDrifted => "Replaced Done, Created Done, Removed Done",
        FleetKind.Full => "None LimitError, None LimitError",
        FleetKind.Expired => "None Refused, None Refused",
        _ => "None Done, None Done",
    };

    private static string Describe(SyncResult[] results) => string.Join(", ", results.Select(result => $"{result.Action} {result.Status}"));
}
