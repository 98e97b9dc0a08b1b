using System.Globalization;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Reading;

public sealed class CustomerReaderTests
{
    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(1, 10, 1)]
    [InlineData(9, 10, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(25, 10, 3)]
    [InlineData(30, 10, 3)]
    public async Task All_pages_are_read_and_not_one_more(int total, int pageSize, int pages)
    {
        var transport = Listing(total);
        var customers = await Reader(transport).ListAsync(pageSize: pageSize).ToArrayAsync();

        Assert.Equal(Ids.UpTo(total).Select(id => id.ToString()), customers.Select(c => c.CustomerId));
        Assert.Equal(pages, transport.Requests.Count);
    }

    [Fact]
    public async Task Taking_the_first_few_asks_for_no_further_page()
    {
        var transport = Listing(1000);
        var customers = await Reader(transport).ListAsync(pageSize: 10).Take(10).ToArrayAsync();

        Assert.Equal(10, customers.Length);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task The_page_size_that_the_service_gives_counts_and_not_the_one_asked_for()
    {
        var transport = Listing(30, mostPerPage: 10);
        Assert.Equal(30, await Reader(transport).ListAsync(pageSize: 100).CountAsync());
        Assert.Equal(3, transport.Requests.Count);
    }

    [Fact]
    public async Task A_list_that_shrinks_meanwhile_ends_with_its_first_empty_page()
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(
            request, 200, """{"paging":{"total":1000,"limit":10,"page":1},"customers":[]}"""));

        Assert.Empty(await Reader(transport).ListAsync().ToArrayAsync());
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_list_that_grows_meanwhile_gives_each_customer_once_and_says_that_it_changed()
    {
        var log = new RecordingLog();
        // A customer is put in before all others after the first page was read.
        var reader = new CustomerReader(TestSessions.SenderOver(
            Pages([.. Ids.UpTo(2)], [Ids.Of(2), Ids.Of(3)], [Ids.Of(4)], totals: [4, 5, 5]), log: log));

        var customers = await reader.ListAsync(pageSize: 2).ToArrayAsync();

        Assert.Equal(Ids.UpTo(4).Select(id => id.ToString()), customers.Select(customer => customer.CustomerId));
        Assert.Contains("from 4 to 5", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_loses_a_customer_meanwhile_says_that_one_may_be_missing()
    {
        var log = new RecordingLog();
        var reader = new CustomerReader(TestSessions.SenderOver(Pages([.. Ids.UpTo(2)], [Ids.Of(4)], [], totals: [4, 3, 3]), log: log));

        Assert.Equal(3, await reader.ListAsync(pageSize: 2).CountAsync());
        Assert.Contains("missing", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_without_paging_is_one_page()
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(
            request, 200, $$"""{"customers":[{"id":"{{Ids.Of(1)}}","name":"A"}]}"""));

        Assert.Single(await Reader(transport).ListAsync().ToArrayAsync());
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task The_keyword_goes_into_the_query_encoded()
    {
        var transport = Listing(0);
        await Reader(transport).ListAsync("Müller & Co").ToArrayAsync();

        Assert.Equal("?q=M%C3%BCller%20%26%20Co&page=1&limit=100", Assert.Single(transport.Requests).Query);
    }

    [Fact]
    public async Task Finding_asks_for_ten_ids_at_a_time()
    {
        var transport = Listing(0);
        await Reader(transport).FindAsync(Ids.UpTo(21)).ToArrayAsync();

        Assert.Equal([10, 10, 1], transport.Requests.Select(request => request.Query.Split(',').Length));
        Assert.All(transport.Requests, request => Assert.StartsWith("?cids=ABCDEF00-", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_that_were_listed_are_known_to_the_session()
    {
        var sender = TestSessions.SenderOver(Listing(3));
        await new CustomerReader(sender).ListAsync().ToArrayAsync();

        Assert.Equal("Customer 2", sender.Session.CustomerNames.NameOf(Ids.Of(2)));
        Assert.Null(sender.Session.CustomerNames.NameOf(Ids.Of(4)));
    }

    [Fact]
    public async Task A_refused_caller_gets_a_failure_and_no_empty_list()
    {
        var reader = Reader(new ScriptedTransport(request => Attempts.Replied(request, 401, errorText: "who?")));
        var failure = await Assert.ThrowsAsync<WfbssException>(async () => await reader.ListAsync().ToArrayAsync());

        Assert.Equal(WfbssErrorKind.AccessDenied, failure.Kind);
        Assert.Equal(401, failure.StatusCode);
    }

    private static CustomerReader Reader(IServiceTransport transport) => new(TestSessions.SenderOver(transport));

    private static ScriptedTransport Pages(CustomerId[] first, CustomerId[] second, CustomerId[] third, int[] totals)
    {
        var pages = new[] { first, second, third };
        var page = 0;
        return new(request => Attempts.Replied(
            request,
            200,
            $$"""{"paging":{"total":{{totals[page]}},"limit":2},"customers":[{{string.Join(',', pages[page++].Select(id => $$"""{"id":"{{id}}"}"""))}}]}"""));
    }

    private static ScriptedTransport Listing(int total, int mostPerPage = 100) => new(request =>
    {
        var query = request.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(p => p[0], p => p[1]);
        var page = int.Parse(query["page"], CultureInfo.InvariantCulture);
        var limit = Math.Min(mostPerPage, int.Parse(query["limit"], CultureInfo.InvariantCulture));
        var customers = Enumerable.Range(1, total).Skip((page - 1) * limit).Take(limit)
            .Select(number => $$"""{"id":"{{Ids.Of(number)}}","name":"Customer {{number}}"}""");
        return Attempts.Replied(
            request,
            200,
            $$"""{"paging":{"total":{{total}},"limit":{{limit}},"page":{{page}}},"customers":[{{string.Join(',', customers)}}]}""");
    });
}
