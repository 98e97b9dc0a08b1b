using System.Text.Json.Nodes;

namespace Wfbss.Reports.Sandbox.Tests.Support;

/// <summary>Request bodies: the specification's two samples, and changes to them.</summary>
internal static class Bodies
{
    public const string Weekly = """{"type":3,"setting":{"name":"weekly report","enabled":1,"parameter":{"weekday":1,"email":0,"time":28800,"contents":[{"tbl_type":100},{"tbl_type":101}]}}}""";

    public const string Monthly = """{"type":4,"setting":{"name":"monthly_report","enabled":1,"parameter":{"gids":[1,2],"address":["user1@example.com","user2@example.com"],"monthday":5,"email":1,"time":28800,"contents":[{"tbl_type":100},{"tbl_type":101}]}}}""";

    public static string Named(string name) => With(Weekly, "setting.name", JsonValue.Create(name).ToJsonString());

    /// <summary>Sets a member to a JSON value, or takes it out when the value is null.</summary>
    public static string With(string body, string path, string? json)
    {
        var root = JsonNode.Parse(body)!;
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(root, (node, name) => node[name]!).AsObject();
        parent.Remove(names[^1]);
        if (json is not null)
        {
            parent[names[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }
}
