using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Writing;

/// <summary>The promise of this module, under every mood that a service can be in.</summary>
public sealed class WriteRunModelTests
{
    [Property(MaxTest = 600, EndSize = 60)]
    public Property Each_customer_comes_out_once_with_the_truth_and_nothing_is_made_twice() => Prop.ForAll(
        Scripts().ToArbitrary(),
        script => PlayAsync(script).GetAwaiter().GetResult());

    [Property(MaxTest = 100)]
    public Property When_the_service_answers_everybody_whom_it_knows_gets_a_report() => Prop.ForAll(
        Scripts().ToArbitrary(),
        script => PlayAsync(script with { Moods = [] }, mustSucceed: true).GetAwaiter().GetResult());

    [Theory]
    [InlineData(Mood.TimesOut)]
    [InlineData(Mood.TimesOutAfterCommit)]
    [InlineData(Mood.Breaks)]
    [InlineData(Mood.BreaksAfterCommit)]
    [InlineData(Mood.Fails)]
    [InlineData(Mood.FailsAfterCommit)]
    [InlineData(Mood.NoConnection)]
    [InlineData(Mood.IsBusy)]
    [InlineData(Mood.IsDownForMaintenance)]
    [InlineData(Mood.IsUnreadable)]
    [InlineData(Mood.IsUnreadableAfterCommit)]
    [InlineData(Mood.SaysSomethingElse)]
    [InlineData(Mood.SaysSomethingElseAfterCommit)]
    [InlineData(Mood.MuddlesAfterCommit)]
    public async Task A_service_that_recovers_from_one_lapse_leaves_no_trace_of_it(Mood mood) =>
        await PlayAsync(new Script([.. Enumerable.Repeat(Kind.Known, 10)], [mood], 1, 3, false, false), mustSucceed: true);

    private static async Task PlayAsync(Script script, bool mustSucceed = false)
    {
        var ids = Ids.UpTo(script.Customers.Length);
        var kinds = ids.Zip(script.Customers).ToDictionary(pair => pair.First, pair => pair.Second);
        var service = new ModelService(
            ids.Where(id => kinds[id] is Kind.Known or Kind.RefusedButKnown),
            ids.Where(id => kinds[id] is Kind.Refused or Kind.RefusedButKnown),
            script.Moods)
        {
            LeavesOutCustomersWithoutReports = script.LeavesOut,
        };
        var transport = new ScriptedTransport(service.Answer);
        var options = new WriteRunOptions { ThrottleLimit = script.Throttle, SkipExisting = script.SkipExisting };
        await using var run = Runs.Create(transport, options, script.Retries);

        var results = await run.DriveAsync(ids);

        Assert.Equal(ids.Select(id => id.ToString()), results.Select(result => result.CustomerId));
        foreach (var (id, result) in ids.Zip(results))
        {
            AssertTrue(result, kinds[id], service.Commits(id), mustSucceed);
        }

        Assert.InRange(transport.MostUnderWay, 1, script.Throttle);
        if (script.Throttle == 1)
        {
            Assert.DoesNotContain(Mood.Denies, service.MoodsShown.SkipLast(1));
        }

        Assert.Equal(service.MoodsShown.Contains(Mood.Denies), run.Failure is not null);
    }

    private static void AssertTrue(ScheduledReportResult result, Kind kind, int commits, bool mustSucceed)
    {
        Assert.InRange(commits, 0, 1);
        switch (result.Status)
        {
            case ResultStatus.Done:
                Assert.Equal((1, 1), (commits, result.ReportId));
                Assert.True(result.Attempts > 0);
                break;
            case ResultStatus.Unknown:
                Assert.False(mustSucceed);
                break;
            case ResultStatus.NotReturned:
                Assert.Equal(Kind.Unknown, kind);
                break;
            case ResultStatus.Refused:
                Assert.True(kind is Kind.Refused or Kind.RefusedButKnown);
                break;
            case ResultStatus.NotAttempted:
                Assert.Equal((0, 0), (commits, result.Attempts));
                break;
            default:
                Assert.True(result.Status is ResultStatus.NotDone or ResultStatus.Denied, result.Status);
                break;
        }

        if (result.Status is not (ResultStatus.Done or ResultStatus.Unknown))
        {
            Assert.Equal(0, commits);
        }

        if (result.Status != ResultStatus.Done)
        {
            Assert.NotEmpty(result.Message);
        }

        if (mustSucceed && kind is Kind.Known)
        {
            Assert.Equal(ResultStatus.Done, result.Status);
        }
    }

    private static Gen<Script> Scripts() =>
        from customers in Gen.Frequency(
            (20, Gen.Constant(Kind.Known)),
            (2, Gen.Constant(Kind.Unknown)),
            (1, Gen.Constant(Kind.Refused)),
            (1, Gen.Constant(Kind.RefusedButKnown))).NonEmptyListOf()
        from moods in Gen.Frequency(
            (20, Gen.Constant(Mood.Answers)),
            (60, Gen.Elements(Enum.GetValues<Mood>().Where(mood => mood is not Mood.Denies).ToArray())),
            (1, Gen.Constant(Mood.Denies))).ListOf()
        from throttle in Gen.Choose(1, 4)
        from retries in Gen.Choose(0, 3)
        from leavesOut in Gen.Elements(true, false)
        from skipExisting in Gen.Elements(true, false, false)
        select new Script([.. customers], [.. moods], throttle, retries, leavesOut, skipExisting);

    /// <summary>What a customer is to the service.</summary>
    private enum Kind
    {
        Known,
        Unknown,
        Refused,
        RefusedButKnown,
    }

    private sealed record Script(Kind[] Customers, Mood[] Moods, int Throttle, int Retries, bool LeavesOut, bool SkipExisting)
    {
        public override string ToString() =>
            $"{string.Join(' ', Customers)} | {string.Join(' ', Moods)} | throttle {Throttle}, retries {Retries}, leaves out {LeavesOut}, skip {SkipExisting}";
    }
}
