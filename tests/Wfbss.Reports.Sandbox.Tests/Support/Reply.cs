using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Wfbss.Reports.Sandbox.Tests.Support;

/// <summary>A reply that has been read to its end.</summary>
internal sealed record Reply(HttpStatusCode Status, HttpResponseHeaders Headers, string? ContentType, string Text)
{
    public JsonElement Json { get; } = Text.StartsWith('{') && Text.EndsWith('}') ? JsonDocument.Parse(Text).RootElement : default;

    public JsonElement[] Customers => [.. Json.GetProperty("customers").EnumerateArray()];

    public JsonElement Customer => Assert.Single(Customers);

    public JsonElement[] Reports => [.. Customer.GetProperty("reports").EnumerateArray()];

    public string? Message => Json.GetProperty("message").GetString();

    public int Paging(string name) => Json.GetProperty("paging").GetProperty(name).GetInt32();

    public void IsError(HttpStatusCode status, string message)
    {
        Assert.Equal(status, Status);
        Assert.StartsWith(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture) + " ", Json.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Contains(message, Message, StringComparison.Ordinal);
    }
}
