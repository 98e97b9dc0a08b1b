using System.Text.Json.Nodes;

namespace Wfbss.Reports.ModuleTests.Support;

internal static class JsonText
{
    /// <summary>Whether two texts are the same JSON, whatever their white space and the order of their members.</summary>
    public static void AssertSame(string expected, string actual) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)),
            $"Expected{Environment.NewLine}{expected}{Environment.NewLine}but found{Environment.NewLine}{actual}");
}
