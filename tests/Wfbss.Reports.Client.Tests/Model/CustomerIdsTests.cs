using FsCheck;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;

namespace Wfbss.Reports.Client.Tests.Model;

public sealed class CustomerIdsTests
{
    [Property]
    public void Calls_hold_all_ids_in_order_ten_to_each_but_the_last(NonNegativeInt count)
    {
        var ids = Ids.UpTo(count.Get);
        var calls = CustomerIds.InCalls(ids).ToArray();

        Assert.Equal(ids, calls.SelectMany(call => call));
        Assert.Equal((count.Get + 9) / 10, calls.Length);
        Assert.All(calls.SkipLast(1), call => Assert.Equal(10, call.Count));
        Assert.All(calls, call => Assert.InRange(call.Count, 1, 10));
    }

    [Fact]
    public void Calls_are_cut_as_they_are_asked_for()
    {
        var pulled = 0;
        var endless = Enumerable.Range(1, int.MaxValue).Select(number =>
        {
            pulled++;
            return Ids.Of(number);
        });

        Assert.Equal(2, CustomerIds.InCalls(endless).Take(2).Count());
        Assert.Equal(20, pulled);
    }

    [Theory]
    [InlineData("{640fe47f-5118-4d79-8221-a35d0de2ee2c}", "640FE47F-5118-4D79-8221-A35D0DE2EE2C")]
    [InlineData("not an id", "not an id")]
    [InlineData(null, "")]
    public void Ids_of_the_service_are_normalised_if_they_are_ids(string? text, string expected) =>
        Assert.Equal(expected, CustomerIds.Normalise(text));
}
