using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Writing;

public sealed class ReplyElementTests
{
    [Theory]
    [InlineData("Done", "Done")]
    [InlineData("DONE", "Done")]
    [InlineData("done", "Done")]
    [InlineData("limiterror", "LimitError")]
    [InlineData("SPECERROR", "SpecError")]
    [InlineData("internalError", "InternalError")]
    [InlineData("exception", "Exception")]
    [InlineData("Quarantined", "Quarantined")]
    [InlineData("quarantined", "quarantined")]
    [InlineData("", "")]
    public void Known_words_are_read_in_any_case_and_others_are_kept_as_they_came(string word, string expected) =>
        Assert.Equal(expected, Read(Replies.Element(Ids.Of(1), word)).Result);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("\"over the report limit\"", "over the report limit")]
    public void The_message_of_success_is_empty_or_null(string json, string expected) =>
        Assert.Equal(expected, Read($$"""{"id":"{{Ids.Of(1)}}","result":"Done","message":{{json}}}""").Message);

    [Fact]
    public void The_id_is_read_in_any_form()
    {
        Assert.Equal(Ids.Of(1), Read(Replies.Element(Ids.Of(1).Value.ToString("B"))).CustomerId);
        Assert.Null(Read(Replies.Element("nobody")).CustomerId);
        Assert.Null(Read("""{"result":"Done"}""").CustomerId);
    }

    [Fact]
    public void Only_success_has_a_report()
    {
        Assert.Equal(new ItemOutcome("Done", "", 7), Read(Replies.Element(Ids.Of(1), "DONE", 7)).ToOutcome());
        Assert.Equal(
            new ItemOutcome("LimitError", "over the report limit"),
            Read(Replies.Element(Ids.Of(1), "LimitError", 0, "over the report limit")).ToOutcome());
    }

    [Fact]
    public void The_words_of_the_specification_are_the_first_five() =>
        Assert.Equal(["Done", "LimitError", "SpecError", "InternalError", "Exception"], ResultStatus.All.Take(5));

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"Done\"")]
    public void What_is_no_element_says_nothing(string json) =>
        Assert.Equal(new ReplyElement(null, "", "", null), Read(json));

    private static ReplyElement Read(string json) => ReplyElement.Read(JsonText.Parse(json));
}
