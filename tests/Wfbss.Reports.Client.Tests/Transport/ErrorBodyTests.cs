using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Transport;

public sealed class ErrorBodyTests
{
    private const int Longest = 300;

    [Theory]
    [InlineData("""{"code": "400 Bad Request", "message": "Invalid cids"}""", "Invalid cids")]
    [InlineData("""{"error_subject": "ERR", "error_message": "No such key"}""", "No such key")]
    [InlineData("""{"code": "400 Bad Request"}""", "400 Bad Request")]
    [InlineData("""{"code": "400 Bad Request", "message": null}""", "400 Bad Request")]
    [InlineData("""{"code": "400 Bad Request", "message": "  "}""", "400 Bad Request")]
    [InlineData("""{"code": 400}""", "400")]
    [InlineData("""{"error_subject": "ERR"}""", "ERR")]
    [InlineData("""{"message": "  spaced  out\r\n "}""", "spaced out")]
    [InlineData("""{"error": "something else"}""", """{"error": "something else"}""")]
    [InlineData("\"just a text\"", "\"just a text\"")]
    public void The_errors_own_words_are_read_in_every_shape(string body, string expected) =>
        Assert.Equal(expected, ErrorBody.Read(JsonText.Parse(body), JsonText.Utf8(body)));

    [Theory]
    [InlineData("<html>\r\n  <body>\r\n\t<h1>502 Bad   Gateway</h1>\n</body></html>", "<html> <body> <h1>502 Bad Gateway</h1> </body></html>")]
    [InlineData("", "")]
    [InlineData("\r\n \t", "")]
    public void Of_other_text_enough_is_shown_to_recognise_it_on_one_line(string body, string expected) =>
        Assert.Equal(expected, ErrorBody.Read(null, JsonText.Utf8(body)));

    [Theory]
    [InlineData("a\u001b[31mred\u0007b", "a[31mredb")]
    [InlineData("a\0b\u007fc\u009bd", "abcd")]
    public void Control_characters_never_reach_a_console(string text, string expected)
    {
        Assert.Equal(expected, ErrorBody.Read(null, JsonText.Utf8(text)));
        Assert.Equal(expected, ErrorBody.Read(Message(text), []));
    }

    [Fact]
    public void Over_long_text_is_cut()
    {
        var text = new string('x', 100_000);
        Assert.Equal(new string('x', Longest) + "...", ErrorBody.Read(null, JsonText.Utf8(text)));
        Assert.Equal(new string('x', Longest) + "...", ErrorBody.Read(Message(text), []));
    }

    [Fact]
    public void A_cut_never_leaves_half_a_character()
    {
        // One half of the face would be the last that fits; half of it is not a text, and cannot be written to a journal.
        var text = new string('x', Longest - 1) + "😀 and more";
        Assert.Equal(new string('x', Longest - 1) + "...", ErrorBody.Read(null, JsonText.Utf8(text)));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_no_failure() =>
        Assert.NotEmpty(ErrorBody.Read(null, [0x80, 0xff, 0x00, 0xc3]));

    [Property]
    public void Whatever_a_body_holds_the_text_is_one_short_line(AnyText text)
    {
        foreach (var read in new[] { ErrorBody.Read(null, JsonText.Utf8(text.Value)), ErrorBody.Read(Message(text.Value), []) })
        {
            Assert.DoesNotContain(read, char.IsControl);
            Assert.InRange(read.Length, 0, Longest + 3);
        }
    }

    private static System.Text.Json.JsonElement Message(string text) =>
        System.Text.Json.JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["message"] = text });
}
