using FsCheck;
using FsCheck.Xunit;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class BatchTests : IAsyncLifetime
{
    private Workplace _place = null!;

    public async ValueTask InitializeAsync() =>
        _place = await Workplace.StartAsync(new SandboxOptions { Customers = 1_000 });

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(10, 1, 10)]
    [InlineData(11, 2, 1)]
    [InlineData(23, 3, 3)]
    [InlineData(1_000, 100, 10)]
    public async Task Customers_are_sent_in_tens_and_the_rest_last(int customers, int requests, int last)
    {
        (await _place.CreateAsync(_place.Ids[..customers], "-ThrottleLimit 1")).Clean();

        var sizes = _place.Creates.Select(request => request.CustomerIds.Count).ToArray();
        Assert.Equal([.. Enumerable.Repeat(10, requests - 1), last], sizes);
    }

    [Fact]
    public async Task A_thousand_customers_take_a_hundred_requests_whatever_the_throttle()
    {
        var run = await _place.CreateAsync(_place.Ids);

        Assert.Equal(_place.Ids, run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(100, _place.Server.Counters.Requests);
        Assert.All(_place.Creates, request => Assert.Equal(10, request.CustomerIds.Count));
    }

    [Fact]
    public async Task Ids_that_are_none_do_not_make_batches_smaller()
    {
        var inputs = _place.Ids[..40].SelectMany(id => (string[])[id, "no id " + id]);

        var run = await _place.CreateAsync(inputs);

        Assert.Equal([10, 10, 10, 10], _place.Creates.Select(request => request.CustomerIds.Count));
        Assert.Equal(40, run.Errors.Count);
    }

    [Property(MaxTest = 40)]
    public async Task<bool> Whatever_goes_in_no_request_has_none_or_more_than_ten_and_each_id_is_sent_once(
        (byte Customer, byte Kind)[] inputs,
        byte throttle)
    {
        _place.Server.State.ClearReports();
        _place.Server.Counters.Reset();
        var texts = inputs.Select(input => TextOf(input.Customer, input.Kind)).ToArray();

        var run = await _place.CreateAsync(texts, $"-ThrottleLimit {1 + (throttle % 8)}");

        var distinct = texts.Where(text => !Guid.TryParse(text, out _)).Select(text => (text, 0))
            .Concat(texts.Where(text => Guid.TryParse(text, out _)).Select(text => (text.ToUpperInvariant(), 1)).Distinct())
            .Select(pair => pair.Item1);
        return run.Failure is null
            && _place.Creates.All(request => request.CustomerIds.Count is >= 1 and <= 10)
            && _place.Creates.SelectMany(request => request.CustomerIds).Distinct().Count() == run.Outcomes.Count(outcome => outcome.Attempts == 1)
            && run.Outcomes.Select(outcome => outcome.CustomerId).Order().SequenceEqual(distinct.Order())
            && _place.Server.State.Customers.All(customer => customer.Reports.Count <= 1);
    }

    // Of 300 customers, so that ids occur again; every fifth is not an ID, every other one in lower case.
    private string TextOf(byte customer, byte kind) => (kind % 5) switch
    {
        0 => $"no id {customer}",
        1 or 2 => _place.Ids[customer].ToLowerInvariant(),
        _ => _place.Ids[customer],
    };
}
