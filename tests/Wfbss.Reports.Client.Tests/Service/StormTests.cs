using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>Every kind of fault at once, on a quarter of all requests.</summary>
public sealed class StormTests(ITestOutputHelper output)
{
    // Of each kind that Storm strikes with, one: those that any request can have, and those that only reads have.
    private const int Kinds = 17;
    private static readonly string[] Lies =
    [
        nameof(SandboxFault.LeaveOut), nameof(SandboxFault.MissingMember), nameof(SandboxFault.NullMember),
        nameof(SandboxFault.UnreadableMember), nameof(SandboxFault.MistypedMember), nameof(SandboxFault.MistypedName),
    ];

    [Fact]
    public async Task Each_of_two_thousand_customers_gets_exactly_one_report_and_one_outcome()
    {
        var all = await RunAllAsync(breaksReading: false, 1, 2, 3);
        Assert.NotEmpty(all.SelectMany(figures => figures.Faults.Keys).Intersect(Lies));
        foreach (var figures in all)
        {
            Assert.Empty(figures.Broken);
            // Reads can hide what is there, so that a few may be Unknown; each of the others has its report.
            Assert.InRange(figures.Unknown, 0, 2_000 * StormWork.MostUnknown);
            Assert.Equal(2_000 - figures.Unknown, Assert.Single(figures.Outcomes, entry => entry.Key == "Done").Value);
            Assert.DoesNotContain(figures.CustomersByReports, entry => entry.Key > 1);
            Assert.InRange(figures.CustomersByReports[1], 2_000 - figures.Unknown, 2_000);
            Assert.InRange(figures.Faults.Values.Sum() / (double)figures.Requests, 0.15, 0.35);
            Assert.InRange(figures.Faults.Keys.Except(Lies).Count(), Kinds - 4, Kinds);
            Assert.True(figures.ConfirmedByReadBack > 0);
        }
    }

    [Fact]
    public async Task When_nothing_can_be_read_no_customer_gets_two_reports_and_what_is_unknown_is_called_so()
    {
        foreach (var figures in await RunAllAsync(breaksReading: true, 4, 5))
        {
            Assert.Empty(figures.Broken);
            Assert.DoesNotContain(figures.CustomersByReports, entry => entry.Key > 1);
            Assert.True(figures.Outcomes["Unknown"] > 0);
            Assert.True(figures.Outcomes["Done"] > 1_000);
            Assert.Equal(0, figures.ConfirmedByReadBack);
            // Of those that are unknown some have a report and some have none: nobody could have said which.
            var done = figures.Outcomes["Done"];
            Assert.InRange(figures.CustomersByReports[1], done + 1, done + figures.Outcomes["Unknown"] - 1);
        }
    }

    [Theory]
    [InlineData("Sync")]
    [InlineData("Change")]
    [InlineData("Remove")]
    public async Task Of_a_mixed_fleet_what_comes_out_as_done_is_done_and_nothing_else_is_touched(string operation)
    {
        // Odd seeds: a service that lists every customer. Where one may be left out, three lies in a row are believed, and
        // reading everybody makes that likely enough to be seen once in a thousand test runs.
        var all = await RunAllAsync([.. new[] { 7, 9 }.Select(seed => new StormOptions
        {
            Operation = Enum.Parse<JournalUse>(operation),
            Customers = 1_000,
            Seed = seed,
        })]);
        Assert.NotEmpty(all.SelectMany(figures => figures.Faults.Keys).Intersect(Lies));
        foreach (var figures in all)
        {
            Assert.Empty(figures.Broken);
            Assert.InRange(figures.Unknown, 0, figures.Results * StormWork.MostUnknown);
            Assert.True(figures.Outcomes["Done"] > 700);
            Assert.True(figures.ConfirmedByReadBack > 0);
            Assert.InRange(figures.Faults.Values.Sum() / (double)figures.Requests, 0.15, 0.35);
        }
    }

    private Task<StormFigures[]> RunAllAsync(bool breaksReading, params int[] seeds) =>
        RunAllAsync([.. seeds.Select(seed => new StormOptions { Seed = seed, BreaksReading = breaksReading })]);

    // Together, because a storm is mostly waiting.
    private async Task<StormFigures[]> RunAllAsync(params StormOptions[] storms)
    {
        var all = await Task.WhenAll(storms.Select(options => Task.Run(() => Storm.RunAsync(options))));
        foreach (var figures in all)
        {
            output.WriteLine(figures.ToString());
        }

        return all;
    }
}
