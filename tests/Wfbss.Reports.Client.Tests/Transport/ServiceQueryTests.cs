using FsCheck;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Transport;

public sealed class ServiceQueryTests
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%";

    [Fact]
    public void A_query_without_parameters_is_nothing() => Assert.Equal("", new ServiceQuery().ToString());

    [Fact]
    public void Parameters_that_are_null_are_left_out() =>
        Assert.Equal("?b=2", new ServiceQuery().Add("a", (string?)null).Add("b", 2).Add("c", (int?)null).ToString());

    [Fact]
    public void The_commas_between_ids_are_raw_as_in_the_specification() =>
        Assert.Equal($"?cids={Ids.Of(1)},{Ids.Of(2)}", new ServiceQuery().Customers(Ids.UpTo(2)).ToString());

    [Fact]
    public void A_space_is_written_as_in_the_worked_example_and_not_as_plus() =>
        Assert.Equal("?name=weekly%20report", new ServiceQuery().Add("name", "weekly report").ToString());

    [Fact]
    public void Commas_in_a_text_are_not_those_between_ids() =>
        Assert.Equal("?name=a%2Cb", new ServiceQuery().Add("name", "a,b").ToString());

    [Property]
    public void Decoding_gives_back_the_text(AnyText text)
    {
        var query = new ServiceQuery().Add("name", text.Value).ToString();
        Assert.StartsWith("?name=", query, StringComparison.Ordinal);
        Assert.Equal(text.Value, Uri.UnescapeDataString(query["?name=".Length..]));
    }

    [Property]
    public void Nothing_is_raw_but_what_no_url_escapes(AnyText text, PositiveInt count)
    {
        var ids = Ids.UpTo(1 + (count.Get % 10));
        var query = new ServiceQuery().Customers(ids).Add("name", text.Value).Add("rtid", 1).ToString();

        var parts = query.TrimStart('?').Split('&').Select(part => part.Split('=')).ToArray();
        Assert.Equal(["cids", "name", "rtid"], parts.Select(part => part[0]));
        Assert.Equal(ids.Length - 1, parts[0][1].Count(c => c == ','));
        Assert.All(parts[0][1].Replace(",", "", StringComparison.Ordinal), c => Assert.Contains(c, Unreserved));
        Assert.All(parts[1][1], c => Assert.Contains(c, Unreserved));
    }

    [Property]
    public void What_is_signed_is_what_goes_on_the_wire(AnyText text)
    {
        var query = new ServiceQuery().Customers(Ids.UpTo(2)).Add("name", text.Value).ToString();
        Assert.Equal("/SMPI/report" + query, new Uri("https://smpi.example.com/SMPI/report" + query).PathAndQuery);
    }
}
