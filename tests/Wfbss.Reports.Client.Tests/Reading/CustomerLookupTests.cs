using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Reading;

/// <summary>What the service tells of customers, and what it leaves out: nothing follows from an omission that is not repeated.</summary>
public sealed class CustomerLookupTests
{
    private const string Report = """{"rtid":1,"number":0,"type":3,"setting":{"name":"Weekly security"}}""";

    private readonly HurryingTime _time = new();
    private readonly RecordingLog _log = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Customers_that_a_reply_leaves_out_once_are_found_when_they_are_read_again(int leftOut)
    {
        var replies = 0;
        var transport = new ScriptedTransport(request => Shown(request, request.Resource == "report" && replies++ == 0 ? Ids.UpTo(3)[leftOut..] : Ids.UpTo(3)));

        var answers = await ReadAsync(transport, Ids.UpTo(3));

        Assert.All(Ids.UpTo(3), id => Assert.Equal((AnswerKind.Known, 1), (answers[id].Kind, answers[id].Items.Count)));
        Assert.Equal(["report", "customers", "report"], transport.Requests.Select(request => request.Resource));
        Assert.Equal(Ids.UpTo(leftOut), transport.Requests[2].CustomerIds());
        Assert.True(_time.Waited > TimeSpan.Zero);
        Assert.Contains($"{leftOut} customer", Assert.Single(_log.VerboseLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_that_neither_call_shows_three_times_is_unknown_to_the_service()
    {
        var transport = new ScriptedTransport(request => Shown(request, []));

        Assert.Equal(AnswerKind.UnknownToService, (await ReadAsync(transport, [Ids.Of(1)]))[Ids.Of(1)].Kind);
        Assert.Equal(
            ["report", "customers", "report", "customers", "report", "customers"],
            transport.Requests.Select(request => request.Resource));
        Assert.True(_time.Waited > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_customer_that_the_customers_call_leaves_out_twice_is_not_unknown()
    {
        var listings = 0;
        var transport = new ScriptedTransport(request => Shown(request, request.Resource == "customers" && listings++ > 1 ? [Ids.Of(1)] : []));

        var answer = (await ReadAsync(transport, [Ids.Of(1)]))[Ids.Of(1)];

        Assert.Equal((AnswerKind.Known, 0), (answer.Kind, answer.Items.Count));
        Assert.Equal(
            ["report", "customers", "report", "customers", "report", "customers"],
            transport.Requests.Select(request => request.Resource));
    }

    [Fact]
    public async Task A_customer_that_is_listed_and_left_out_three_times_has_no_reports()
    {
        var transport = new ScriptedTransport(request => Shown(request, request.Resource == "customers" ? [Ids.Of(1)] : []));

        var answer = (await ReadAsync(transport, [Ids.Of(1)]))[Ids.Of(1)];

        Assert.Equal((AnswerKind.Known, 0), (answer.Kind, answer.Items.Count));
        Assert.Equal(["report", "customers", "report", "report"], transport.Requests.Select(request => request.Resource));
    }

    [Fact]
    public async Task Where_the_service_lists_customers_without_reports_one_that_is_left_out_is_not_read()
    {
        var transport = new ScriptedTransport(request => request.Resource == "customers"
            ? Shown(request, Ids.UpTo(2))
            : Attempts.Replied(request, 200, Replies.Of(request.CustomerIds().Where(id => id == Ids.Of(1)).Select(id => $$"""{"id":"{{id}}","reports":[]}"""))));

        var answers = await ReadAsync(transport, Ids.UpTo(2));

        Assert.Equal((AnswerKind.Known, 0), (answers[Ids.Of(1)].Kind, answers[Ids.Of(1)].Items.Count));
        Assert.Equal(AnswerKind.NotRead, answers[Ids.Of(2)].Kind);
        Assert.Contains("left it out", answers[Ids.Of(2)].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_session_has_seen_the_service_list_counts_for_every_later_read()
    {
        var transport = new ScriptedTransport(request => request switch
        {
            { Resource: "customers" } => Shown(request, request.CustomerIds()),
            _ when request.CustomerIds()[0] == Ids.Of(1) => Attempts.Replied(request, 200, Replies.Of([$$"""{"id":"{{Ids.Of(1)}}","reports":[]}"""])),
            _ => Shown(request, []),
        });
        var sender = Sender(transport);
        await ReportSource.Lookup(sender).ReadAsync([Ids.Of(1)], CancellationToken.None);

        var answers = await ReportSource.Lookup(sender).ReadAsync([Ids.Of(2)], CancellationToken.None);

        Assert.Equal(AnswerKind.NotRead, answers[Ids.Of(2)].Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"reports\":null")]
    [InlineData(",\"reports\":\"none\"")]
    [InlineData(",\"reports\":{}")]
    [InlineData(",\"Reports\":[]")]
    [InlineData(",\"result\":\"Done\",\"message\":\"\"")]
    public async Task An_element_that_does_not_tell_reports_tells_nothing_however_often_it_comes(string members)
    {
        var transport = Telling($$"""{"id":"{{Ids.Of(1)}}"{{members}}}""");

        var answer = (await ReadAsync(transport, [Ids.Of(1)]))[Ids.Of(1)];

        Assert.Equal(AnswerKind.NotRead, answer.Kind);
        Assert.Contains("does not tell its reports", answer.Why, StringComparison.Ordinal);
        // The first and as many more as the session may try again.
        Assert.Equal(Enumerable.Repeat("report", 6), transport.Requests.Select(request => request.Resource));
    }

    [Fact]
    public async Task An_element_that_does_not_tell_reports_once_is_read_again()
    {
        var replies = 0;
        var transport = new ScriptedTransport(request => replies++ == 0
            ? Attempts.Replied(request, 200, Replies.Of([$$"""{"id":"{{Ids.Of(1)}}"}"""]))
            : Shown(request, [Ids.Of(1)]));

        Assert.Equal("Weekly security", Assert.Single((await ReadAsync(transport, [Ids.Of(1)]))[Ids.Of(1)].Items).Name);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[REPORT]")]
    public async Task An_element_that_tells_reports_is_proof(string reports)
    {
        var transport = Telling($$"""{"id":"{{Ids.Of(1)}}","result":"Done","message":"","reports":{{reports.Replace("REPORT", Report, StringComparison.Ordinal)}}}""");

        var answer = (await ReadAsync(transport, [Ids.Of(1)]))[Ids.Of(1)];

        Assert.Equal((AnswerKind.Known, reports.Length > 2 ? 1 : 0), (answer.Kind, answer.Items.Count));
        Assert.Single(transport.Requests);
        Assert.Equal(TimeSpan.Zero, _time.Waited);
    }

    [Fact]
    public async Task Two_elements_of_one_customer_of_which_one_tells_nothing_tell_nothing()
    {
        var transport = Telling($$"""{"id":"{{Ids.Of(1)}}","reports":[{{Report}}]}""", $$"""{"id":"{{Ids.Of(1)}}"}""");

        Assert.Equal(AnswerKind.NotRead, (await ReadAsync(transport, [Ids.Of(1)]))[Ids.Of(1)].Kind);
    }

    [Theory]
    [InlineData("""{"id":"ID","result":"InternalError","message":"the disk is full"}""", "InternalError: the disk is full")]
    [InlineData("""{"id":"ID","result":"Exception","message":"later","reports":[]}""", "Exception: later")]
    public async Task An_element_that_says_that_it_failed_is_a_refusal(string element, string why)
    {
        var transport = Telling(element.Replace("ID", Ids.Of(1).ToString(), StringComparison.Ordinal));

        var answer = (await ReadAsync(transport, [Ids.Of(1)]))[Ids.Of(1)];

        Assert.Equal((AnswerKind.Refused, why), (answer.Kind, answer.Why));
    }

    [Fact]
    public async Task A_customer_that_is_refused_does_not_sink_the_others()
    {
        var transport = new ScriptedTransport(request => request.CustomerIds().Contains(Ids.Of(2))
            ? Attempts.Replied(request, 400, errorText: "Invalid cids")
            : Shown(request, request.CustomerIds()));

        var answers = await ReadAsync(transport, Ids.UpTo(3));

        Assert.Equal([AnswerKind.Known, AnswerKind.Refused, AnswerKind.Known], Ids.UpTo(3).Select(id => answers[id].Kind));
        Assert.Contains("Invalid cids", answers[Ids.Of(2)].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_there_is_none() =>
        await Assert.ThrowsAsync<WfbssException>(() => ReadAsync(new ScriptedTransport(request => Attempts.Replied(request, 500)), [Ids.Of(1)]));

    [Fact]
    public async Task A_customer_that_is_given_twice_is_asked_for_once()
    {
        var transport = new ScriptedTransport(request => Shown(request, request.CustomerIds()));

        Assert.Single(await ReadAsync(transport, [Ids.Of(1), Ids.Of(1)]));
        Assert.Equal([Ids.Of(1)], Assert.Single(transport.Requests).CustomerIds());
    }

    [Fact]
    public async Task Groups_that_are_left_out_once_are_found_and_those_that_stay_out_are_not_read()
    {
        var replies = 0;
        var transport = new ScriptedTransport(request => request.Resource == "customers"
            ? Shown(request, request.CustomerIds())
            : Attempts.Replied(request, 200, Replies.Of((replies++ == 0 ? [] : request.CustomerIds()).Where(id => id == Ids.Of(1))
                .Select(id => $$"""{"id":"{{id}}","groups":[{"id":1,"name":"Servers","type":1}]}"""))));
        var sender = Sender(transport);

        var answers = await new CustomerLookup<CustomerGroup>(sender, new GroupSource(sender)).ReadAsync(Ids.UpTo(2), CancellationToken.None);

        Assert.Equal("Servers", Assert.Single(answers[Ids.Of(1)].Items).Name);
        Assert.Equal(AnswerKind.NotRead, answers[Ids.Of(2)].Kind);
    }

    private async Task<IReadOnlyDictionary<CustomerId, CustomerAnswer<ScheduledReport>>> ReadAsync(ScriptedTransport transport, CustomerId[] ids) =>
        await ReportSource.Lookup(Sender(transport)).ReadAsync(ids, CancellationToken.None);

    private RequestSender Sender(ScriptedTransport transport) =>
        TestSessions.SenderOver(transport, TestSessions.Options with { TimeProvider = _time }, _log);

    private static ScriptedTransport Telling(params string[] elements) => new(request => Attempts.Replied(request, 200, Replies.Of(elements)));

    // Those of the customers that were asked for, each with a report.
    private static Attempt Shown(ServiceRequest request, IEnumerable<CustomerId> ids) => Attempts.Replied(
        request,
        200,
        Replies.Of(request.CustomerIds().Intersect(ids).Select(id => request.Resource == "customers"
            ? $$"""{"id":"{{id}}","name":"Customer"}"""
            : $$"""{"id":"{{id}}","reports":[{{Report}}]}""")));
}
