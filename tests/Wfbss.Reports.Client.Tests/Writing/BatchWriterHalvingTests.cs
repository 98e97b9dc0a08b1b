using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing;

/// <summary>One bad id never sinks the nine beside it, and costs no more requests than it must.</summary>
public sealed class BatchWriterHalvingTests
{
    [Property(MaxTest = 500)]
    public Property Whichever_ids_are_bad_the_good_ones_are_written_once_and_the_bad_ones_are_named() => Prop.ForAll(
        (from count in Gen.Choose(1, 10)
         from bad in Gen.Frequency((2, Gen.Constant(true)), (5, Gen.Constant(false))).ArrayOf(count)
         select bad).ToArbitrary(),
        bad => CheckAsync(bad).GetAwaiter().GetResult());

    [Fact]
    public async Task Every_set_of_bad_ids_among_ten_takes_no_more_requests_than_plain_halving()
    {
        var saved = 0;
        for (var set = 0; set < 1024; set++)
        {
            var bad = Enumerable.Range(0, 10).Select(bit => (set & (1 << bit)) != 0).ToArray();
            saved += PlainHalving(bad) - await CheckAsync(bad);
        }

        Assert.True(saved > 0);
    }

    [Fact]
    public async Task A_batch_without_bad_ids_takes_one_request() => Assert.Equal(1, await CheckAsync(new bool[10]));

    [Fact]
    public async Task The_half_that_must_hold_the_bad_id_is_not_sent_whole()
    {
        // All ten; five, accepted, so the others hold it; two of them, accepted; one of the three, accepted; each of the two.
        Assert.Equal(6, await CheckAsync([false, false, false, false, false, false, false, false, false, true]));
        Assert.Equal(9, PlainHalving([false, false, false, false, false, false, false, false, false, true]));
    }

    [Fact]
    public async Task A_customer_beside_a_bad_id_gets_the_services_word_and_not_what_an_older_report_suggests()
    {
        const string Older = """{"rtid":1,"number":9,"type":3,"setting":{"name":"Weekly security","enabled":1,"parameter":{"weekday":1,"time":28800,"email":0}}}""";
        var transport = new ScriptedTransport(request => request switch
        {
            { IsWrite: false } => Attempts.Replied(request, 200, Replies.Of(request.CustomerIds().Select(id => $$"""{"id":"{{id}}","reports":[{{Older}}]}"""))),
            _ when request.CustomerIds().Contains(Ids.Of(2)) => Attempts.Replied(request, 400, errorText: "Invalid cids"),
            _ => Attempts.Replied(request, 200, Replies.Of(request.CustomerIds().Select(id => Replies.Element(id, "LimitError", null)))),
        });

        var items = await WriteAsync(transport, Ids.UpTo(2));

        Assert.Equal([ResultStatus.LimitError, ResultStatus.Refused], items.Select(item => item.Result?.Status));
        Assert.DoesNotContain(transport.Requests, request => !request.IsWrite);
    }

    [Fact]
    public async Task Requests_that_were_refused_for_a_neighbour_take_no_retry_from_a_customer()
    {
        var lost = 0;
        var transport = new ScriptedTransport(request => request switch
        {
            { IsWrite: false } => Attempts.Replied(request, 200, Replies.Of(request.CustomerIds().Select(id => $$"""{"id":"{{id}}","reports":[]}"""))),
            _ when request.CustomerIds().Contains(Ids.Of(10)) => Attempts.Replied(request, 400, errorText: "Invalid cids"),
            _ when request.CustomerIds().Contains(Ids.Of(9)) && lost++ == 0 => Attempts.Failed(request, AttemptFailure.TimedOut),
            _ => Attempts.Replied(request, 200, Replies.Done(request.CustomerIds())),
        });

        var items = await WriteAsync(transport, Ids.UpTo(10), retries: 1);

        Assert.Equal((ResultStatus.Done, ResultStatus.Refused), (items[8].Result?.Status, items[9].Result?.Status));
    }

    private static async Task<int> CheckAsync(bool[] bad)
    {
        var ids = Ids.UpTo(bad.Length);
        var refused = ids.Where((_, i) => bad[i]).ToHashSet();
        var accepted = new List<CustomerId>();
        var transport = new ScriptedTransport(request =>
        {
            if (request.CustomerIds().Any(refused.Contains))
            {
                return Attempts.Replied(request, 400, errorText: "Invalid cids");
            }

            accepted.AddRange(request.CustomerIds());
            return Attempts.Replied(request, 200, Replies.Done(request.CustomerIds()));
        });

        var items = await WriteAsync(transport, ids);

        Assert.Equal(ids.Except(refused), accepted);
        Assert.Equal(
            bad.Select(isBad => isBad ? ResultStatus.Refused : ResultStatus.Done),
            items.Select(item => item.Result?.Status));
        Assert.All(items.Where((_, i) => bad[i]), item => Assert.Equal("HTTP 400: Invalid cids", item.Result!.Message));
        Assert.InRange(transport.Requests.Count, 1, PlainHalving(bad));
        return transport.Requests.Count;
    }

    private static async Task<WriteItem[]> WriteAsync(IServiceTransport transport, CustomerId[] ids, int retries = 5)
    {
        var sender = TestSessions.SenderOver(
            transport, TestSessions.Options with { MaximumRetryCount = retries, TimeProvider = new HurryingTime() });
        var items = Runs.Items(ids);
        await new BatchWriter(sender, ReportSource.Lookup(sender), new OutcomeRecorder(sender.Session, new RunStop(), NoJournal.Instance))
            .WriteAsync(items, CancellationToken.None);
        return items;
    }

    private static int PlainHalving(bool[] bad) =>
        bad.Length == 1 || !bad.Contains(true)
            ? 1
            : 1 + PlainHalving(bad[..(bad.Length / 2)]) + PlainHalving(bad[(bad.Length / 2)..]);
}
