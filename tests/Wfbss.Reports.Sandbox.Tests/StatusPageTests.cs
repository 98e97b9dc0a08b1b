using System.Net;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class StatusPageTests : SandboxTest
{
    [Fact]
    public async Task The_page_shows_customers_reports_and_requests_without_a_signature()
    {
        await StartAsync();
        await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        Server.Faults.Script(SandboxFault.Truncate);
        await Assert.ThrowsAsync<HttpRequestException>(() => Caller.GetAsync("customers"));

        var page = await PageAsync();

        Assert.Contains("#1 weekly report (weekday 1, 08:00:00)", page, StringComparison.Ordinal);
        Assert.Contains(First.Id.ToString().ToUpperInvariant(), page, StringComparison.Ordinal);
        Assert.Contains($"POST {Caller.Api}report?{Cids(First)}", page, StringComparison.Ordinal);
        Assert.Contains("Truncate", page, StringComparison.Ordinal);
        Assert.Equal(2, Server.Counters.Requests);
    }

    [Fact]
    public async Task Everything_on_the_page_is_encoded()
    {
        await StartAsync();
        const string script = "<script>alert('x')</script>";
        First.Name = script;
        First.Groups = [new SandboxGroup(1, 1, script)];
        Server.State.AddReport(First.Id, new SandboxReport { Name = script });
        await Caller.SendAsync("POST", Caller.Api + "report?cids=x", script, request =>
        {
            request.Headers.Remove("User-Agent");
            request.Headers.TryAddWithoutValidation("User-Agent", script);
        });

        var page = await PageAsync();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(5, page.Split("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;").Length - 1);
        Assert.Contains("&lt;Bold&gt; &amp; &quot;Brave&quot; Ltd", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_no_secrets_and_needs_nothing_from_elsewhere()
    {
        await StartAsync();
        await Caller.GetAsync("customers");

        var page = await PageAsync();

        Assert.DoesNotContain(Server.SecretKey, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.AccessToken, page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("x-signature", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> PageAsync()
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(Server.BaseUri);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }
}
