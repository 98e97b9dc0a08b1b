using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Wfbss.Reports.Testing;

internal static class JsonText
{
    public static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement.Clone();

    public static JsonElement Parse(byte[] utf8) => JsonDocument.Parse(utf8).RootElement.Clone();

    /// <summary>Whether two texts are the same JSON, whatever their white space and the order of their members.</summary>
    public static void AssertSame(string expected, string actual) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)),
            $"Expected{Environment.NewLine}{expected}{Environment.NewLine}but found{Environment.NewLine}{actual}");

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
