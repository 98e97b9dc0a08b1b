using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wfbss.Reports.Client.Tests.Support;

internal static class JsonNodeExtensions
{
    public static JsonValueKind Kind(this JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;
}
