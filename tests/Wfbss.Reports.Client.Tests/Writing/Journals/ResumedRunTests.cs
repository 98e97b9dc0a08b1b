using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Writing.Journals;

/// <summary>A run that is started again with the same journal sends nothing twice.</summary>
public sealed class ResumedRunTests
{
    [Property(MaxTest = 60)]
    public Property Wherever_a_run_was_killed_the_next_one_ends_its_work_and_makes_nothing_twice() => Prop.ForAll(
        (from moods in Gen.Elements(
             Mood.Answers, Mood.Answers, Mood.TimesOut, Mood.TimesOutAfterCommit, Mood.FailsAfterCommit, Mood.NoConnection, Mood.MuddlesAfterCommit).ListOf()
         from killedAt in Gen.Choose(1, 12)
         select (moods, killedAt)).ToArbitrary(),
        sample => CheckAsync([.. sample.moods], sample.killedAt).GetAwaiter().GetResult());

    [Fact]
    public async Task What_is_done_is_known_even_if_the_caller_is_denied_or_the_time_is_over()
    {
        using var fixture = new JournalFixture();
        var options = new WriteRunOptions { JournalPath = fixture.Path };
        await using (var run = Runs.Create(new ScriptedTransport(Service([]).Answer), options))
        {
            await run.DriveAsync(Ids.UpTo(10));
        }

        await using (var late = Runs.Create(new ScriptedTransport(Service([]).Answer), options with { MaxDuration = TimeSpan.Zero }))
        {
            var results = await late.DriveAsync(Ids.UpTo(15));
            Assert.Equal(Enumerable.Repeat("Done", 10).Concat(Enumerable.Repeat("NotAttempted", 5)), results.Select(result => result.Status));
            Assert.All(results, result => Assert.Equal(0, result.Attempts));
        }

        var transport = new ScriptedTransport(Service([Mood.Denies]).Answer);
        await using var denied = Runs.Create(transport, options with { ThrottleLimit = 1 });
        var next = await denied.DriveAsync([.. Ids.UpTo(30)[20..], .. Ids.UpTo(10)]);
        Assert.Equal(Enumerable.Repeat("Denied", 10).Concat(Enumerable.Repeat("Done", 10)), next.Select(result => result.Status));
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task What_an_earlier_run_found_not_done_is_looked_for_before_it_is_sent_again()
    {
        using var fixture = new JournalFixture();
        var options = new WriteRunOptions { JournalPath = fixture.Path };
        var service = Service([]);
        ServiceRequest? late = null;
        var slow = new ScriptedTransport(request =>
        {
            if (!request.IsWrite)
            {
                return service.Answer(request);
            }

            late = request;
            return Attempts.Failed(request, AttemptFailure.TimedOut);
        });
        await using (var run = Runs.Create(slow, options, retries: 0))
        {
            Assert.All(await run.DriveAsync(Ids.UpTo(10)), result => Assert.Equal(ResultStatus.NotDone, result.Status));
        }

        // The service gets round to the request after the run has ended.
        service.Answer(late!);
        await using var next = Runs.Create(new ScriptedTransport(service.Answer), options);
        var results = await next.DriveAsync(Ids.UpTo(10));

        Assert.All(results, result => Assert.Equal((ResultStatus.Done, 0), (result.Status, result.Attempts)));
        Assert.All(Ids.UpTo(10), id => Assert.Equal(1, service.Commits(id)));
    }

    private static ModelService Service(Mood[] moods) => new(Ids.UpTo(30), [], moods);

    private static async Task CheckAsync(Mood[] moods, int killedAt)
    {
        using var fixture = new JournalFixture();
        var ids = Ids.UpTo(30);
        var service = Service(moods);
        var options = new WriteRunOptions { JournalPath = fixture.Path, ThrottleLimit = 2 };

        // The run is killed after one of its requests was carried out and before it knew.
        var requests = 0;
        var killed = new TaskCompletionSource();
        var mortal = new ScriptedTransport(async (request, cancellation) =>
        {
            var answer = service.Answer(request);
            if (Interlocked.Increment(ref requests) < killedAt)
            {
                return answer;
            }

            killed.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return answer;
        });
        var first = Runs.Create(mortal, options);
        foreach (var target in ids.Select(RunExtensions.Target))
        {
            first.Add(target);
        }

        first.Complete();
        while (!first.IsEmpty && !killed.Task.IsCompleted)
        {
            await Task.WhenAny(first.Head, killed.Task).Soon();
            first.TakeReady();
        }

        await first.DisposeAsync();

        await using var second = Runs.Create(new ScriptedTransport(service.Answer), options, retries: 30);
        var results = await second.DriveAsync(ids);

        Assert.Equal(ids.Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.All(results, result => Assert.Equal(ResultStatus.Done, result.Status));
        Assert.All(ids, id => Assert.Equal(1, service.Commits(id)));
    }
}
