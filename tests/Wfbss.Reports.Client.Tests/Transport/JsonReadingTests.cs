using System.Text.Json;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Transport;

public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"\"", "")]
    [InlineData("12", "12")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    public void Text_is_read_from_what_can_be_text(string json, string? expected) =>
        Assert.Equal(expected, Member(json).Text("m"));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-1", -1)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"-1\"", -1)]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    [InlineData("1.5", null)]
    [InlineData("\"1.5\"", null)]
    [InlineData("\"1,000\"", null)]
    [InlineData("99999999999", null)]
    [InlineData("\"99999999999\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("[1]", null)]
    public void Numbers_are_read_from_numbers_and_texts(string json, int? expected) =>
        Assert.Equal(expected, Member(json).Number("m"));

    [Theory]
    [InlineData("[1,2,3]", 3)]
    [InlineData("[]", 0)]
    [InlineData("null", 0)]
    [InlineData("{\"a\":1}", 0)]
    [InlineData("\"abc\"", 0)]
    public void Items_are_those_of_an_array_or_none(string json, int count) => Assert.Equal(count, Member(json).Items("m").Count());

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"m\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public void What_has_no_such_member_gives_nothing(string json)
    {
        var value = JsonText.Parse(json);
        Assert.Null(value.Member("m"));
        Assert.Null(value.Text("m"));
        Assert.Null(value.Number("m"));
        Assert.Empty(value.Items("m"));
    }

    [Fact]
    public void A_value_that_is_not_even_there_gives_nothing() => Assert.Null(default(JsonElement).Text("m"));

    [Fact]
    public void Text_that_is_broken_inside_is_no_text_rather_than_a_failure()
    {
        Assert.Null(Member("\"\\ud800\"").Text("m"));
        Assert.Null(Member("\"\\ud800\"").Number("m"));
        Assert.Null(JsonText.Parse([.. "{\"m\":\"M"u8, 0xfc, .. "ller\"}"u8]).Text("m"));
    }

    [Fact]
    public void A_member_whose_name_is_broken_does_not_hide_the_others() =>
        Assert.Equal("1", JsonText.Parse("""{"m\ud800":"0","\ud800":"0","m":"1"}""").Text("m"));

    [Theory]
    [InlineData("""{"m":"1","m\ud800":"0"}""", "1")]
    [InlineData("""{"m":"1","\ud800":"0"}""", "1")]
    [InlineData("""{"\ud800":"0"}""", null)]
    public void A_member_whose_name_is_broken_does_no_harm_wherever_it_stands(string json, string? expected) =>
        Assert.Equal(expected, JsonText.Parse(json).Text("m"));

    private static JsonElement Member(string json) => JsonText.Parse($$"""{"m":{{json}}}""");
}
