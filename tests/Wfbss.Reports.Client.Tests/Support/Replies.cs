namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Replies to writes.</summary>
internal static class Replies
{
    public static string Element(CustomerId id, string result = "Done", int? reportId = 1, string message = "") =>
        Element(id.ToString(), result, reportId, message);

    public static string Element(string id, string result = "Done", int? reportId = 1, string message = "") =>
        $$"""{"id":"{{id}}","eid":"E","rtid":{{(reportId is null ? "null" : reportId)}},"result":"{{result}}","message":"{{message}}"}""";

    public static string Of(IEnumerable<string> elements) => $$"""{"customers":[{{string.Join(',', elements)}}]}""";

    public static string Done(IEnumerable<CustomerId> ids) => Of(ids.Select(id => Element(id)));
}
