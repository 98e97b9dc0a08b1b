using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>A run that is killed again and again, and goes on each time with its journal.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Customers = 500;
    private const int Kills = 20;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(40);

    private readonly TemporaryFolder _folder = new();

    private string Journal => _folder.File("run.jsonl");

    [Fact]
    public async Task Killed_at_twenty_random_points_each_customer_has_one_report_and_theJournal_tells_the_story()
    {
        await using var server = await StartAsync();

        var kills = await KillAndFinishAsync(server, JournalUse.Create);

        Assert.All(server.State.Customers, customer => Assert.Single(customer.Reports));
        CheckJournal(server, runs: kills + 1);
    }

    [Fact]
    public async Task A_sync_that_is_killed_writes_nothing_twice_and_leaves_nothing_out()
    {
        await using var server = await StartAsync();
        GiveEverybody(server, Samples.WeeklyByEmail with { Name = "No longer wanted" });

        var kills = await KillAndFinishAsync(server, JournalUse.Sync);

        Assert.All(server.State.Customers, customer => Assert.Equal(Samples.WeeklyByEmail.Name, Assert.Single(customer.Reports).Name));
        Assert.Equal(2 * Customers, server.Counters.Commits);
        CheckJournal(server, runs: kills + 1);
    }

    [Fact]
    public async Task A_change_that_is_killed_is_made_once_for_each_report_though_it_gives_them_another_name()
    {
        await using var server = await StartAsync();
        GiveEverybody(server, Samples.WeeklyByEmail);
        var before = server.Counters.Commits;

        var kills = await KillAndFinishAsync(server, JournalUse.Change);

        Assert.All(server.State.Customers, customer => Assert.Equal(("Renamed", 9 * 3600), (customer.Reports.Single().Name, customer.Reports[0].Time)));
        Assert.Equal(Customers, server.Counters.Commits - before);
        CheckJournal(server, runs: kills + 1);
    }

    [Fact]
    public async Task A_removal_that_is_killed_comes_out_as_done_for_each_report()
    {
        await using var server = await StartAsync();
        GiveEverybody(server, Samples.WeeklyByEmail);
        var before = server.Counters.Commits;

        var kills = await KillAndFinishAsync(server, JournalUse.Remove);

        Assert.All(server.State.Customers, customer => Assert.Empty(customer.Reports));
        Assert.Equal(Customers, server.Counters.Commits - before);
        CheckJournal(server, runs: kills + 1);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<SandboxServer> StartAsync()
    {
        var server = await SandboxServer.StartAsync(
            new SandboxOptions { Customers = Customers, Seed = 7, Latency = Latency, RequestLogCapacity = 100_000 });

        // So that what was in doubt when the kill came is sometimes there and sometimes not.
        server.Faults.AppliesTo = request => request.IsWrite;
        server.Faults.SetProbabilities(0.3, SandboxFault.DropBeforeCommit, SandboxFault.DropAfterCommit, SandboxFault.InternalError);
        return server;
    }

    private static void GiveEverybody(SandboxServer server, ReportDefinition definition)
    {
        var report = SandboxReport.Parse(ReportBody.WriteText(definition));
        foreach (var customer in server.State.Customers)
        {
            server.State.AddReport(customer.Id, report);
        }
    }

    private async Task<int> KillAndFinishAsync(SandboxServer server, JournalUse use)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var kills = await KillRepeatedlyAsync(server, use, new Random(seed));
        using var last = SandboxKillTarget.Start(server, use, Journal);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (exitCode, errors) = await last.FinishAsync(deadline.Token);

        output.WriteLine($"{kills} kills, {server.Counters.Requests} requests, {server.Counters.Writes} writes");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(Kills, kills);
        return kills;
    }

    private async Task<int> KillRepeatedlyAsync(SandboxServer server, JournalUse use, Random random)
    {
        for (var kills = 0; kills < Kills; kills++)
        {
            using var target = SandboxKillTarget.Start(server, use, Journal);
            var reached = MomentFrom(server, random.Next(3));
            await Patience.UntilAsync(() => target.HasExited || reached(), "the moment to kill");
            // From the request's arrival until a little after its answer.
            await Task.Delay(Latency * (random.NextDouble() * 1.5));

            if (!await target.KillAsync())
            {
                return kills;
            }
        }

        return Kills;
    }

    // While it lists the customers, while it reads back what was in doubt (or writes, if nothing is), while it writes.
    private static Func<bool> MomentFrom(SandboxServer server, int moment)
    {
        var counters = server.Counters;
        var (requests, writes, lookUps) = (counters.Requests, counters.Writes, LookUps(counters));
        return moment switch
        {
            0 => () => counters.Requests > requests,
            1 => () => counters.Writes > writes || LookUps(counters) > lookUps,
            _ => () => counters.Writes > writes,
        };
    }

    private static long LookUps(SandboxCounters counters) => counters.RequestsByMethodAndResource.GetValueOrDefault("GET report");

    private void CheckJournal(SandboxServer server, int runs)
    {
        var records = JournalReader.ReadFile(Journal).ToArray();
        // A run that was killed before it had opened the journal is not in it.
        Assert.InRange(records.Count(record => record.Kind == JournalRecordKind.Run), 2, runs);
        var stories = records
            .Where(record => record.Kind is JournalRecordKind.Intent or JournalRecordKind.Outcome)
            .SelectMany(record => record.CustomerIds.Select(id => (Id: id, Record: record)))
            .ToLookup(entry => entry.Id, entry => entry.Record);
        Assert.All(server.State.Customers, customer =>
        {
            // A sync removes one report of each and creates another.
            var writes = stories[customer.Id.ToString().ToUpperInvariant()].GroupBy(record => record.Write).ToArray();
            Assert.NotEmpty(writes);
            Assert.All(writes, write =>
            {
                var story = write.ToArray();
                Assert.Equal(JournalRecordKind.Intent, story[0].Kind);
                Assert.Equal("Done", story[^1].Status);
                var isRemoval = write.Key!.StartsWith("DELETE ", StringComparison.Ordinal);
                Assert.Equal(isRemoval ? 1 : customer.Reports[0].Rtid, story[^1].ReportId);
                Assert.All(story.SkipLast(1), record => Assert.NotEqual("Done", record.Status));
            });
        });
    }
}
