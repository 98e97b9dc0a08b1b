using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Requests;

public sealed class InvokeReadTests
{
    [Fact]
    public async Task A_reply_comes_as_objects_with_the_properties_of_its_json()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            "$reply = Invoke-WfbssRequest customers -Query @{ page = 2; limit = 10 }; $reply.paging.total; $reply.customers.Count; $reply.customers[0].id");

        Assert.Equal([25, 10, place.Ids[10]], run.Clean().Output.Select(item => item.BaseObject));
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task All_reads_every_page()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 250 });

        var run = await place.RunAsync("Invoke-WfbssRequest customers -All");

        Assert.Equal(place.Ids, run.Clean().Column("id"));
        Assert.Equal(
            ["page=1&limit=100", "page=2&limit=100", "page=3&limit=100"],
            place.Server.Counters.Log.Select(request => request.RawTarget.Split('?')[1]));
    }

    [Fact]
    public async Task All_reads_a_page_only_when_it_is_wanted()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1_000 });

        var run = await place.RunAsync(
            "Invoke-WfbssRequest /customers/ -All | Select-Object -First 101");

        Assert.Equal(place.Ids[..101], run.Clean().Column("id"));
        await place.Server.Counters.WaitForQuietAsync();
        Assert.Equal(2, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task All_keeps_the_query_and_pages_by_itself()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 0 });
        foreach (var name in (string[])["Müller & Söhne", "Other", "The müller & co"])
        {
            place.Server.State.AddCustomer(name);
        }

        var run = await place.RunAsync("Invoke-WfbssRequest customers -All -Query ([ordered]@{ q = 'müller &'; limit = 1; page = 7 })");

        Assert.Equal(["Müller & Söhne", "The müller & co"], run.Clean().Column("name"));
        Assert.EndsWith("?q=m%C3%BCller%20%26&page=1&limit=100", Assert.Single(place.Server.Counters.Log).RawTarget, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$ids[0..2]")]
    [InlineData("($ids[0..2] -join ',')")]
    [InlineData("(Get-WfbssCustomer -CustomerId $ids[0..2])")]
    [InlineData("($ids[0..2] | ForEach-Object { [pscustomobject]@{ CustomerId = $_.ToLower() } })")]
    [InlineData("(@('cid') + $ids[0..2] | ConvertFrom-Csv)")]
    public async Task Customers_in_a_query_may_be_anything_that_names_them_elsewhere(string cids)
    {
        await using var place = await Workplace.StartAsync();
        place.GiveAll("A");

        var run = await place.RunAsync($"(Invoke-WfbssRequest report -Query @{{ cids = {cids} }}).customers", ("ids", place.Ids));

        Assert.Equal(place.Ids[..3], run.Clean().Column("id"));
        Assert.EndsWith($"report?cids={string.Join(',', place.Ids[..3])}", place.Server.Counters.Log[^1].RawTarget, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoke-WfbssRequest no/such/thing", "RequestRefused", ErrorCategory.InvalidOperation, "The resource does not exist")]
    [InlineData("Invoke-WfbssRequest report -Query @{ cids = 'nobody' }", "RequestRefused", ErrorCategory.InvalidOperation, "Invalid cids")]
    [InlineData("Invoke-WfbssRequest customers -Method DELETE", "RequestRefused", ErrorCategory.InvalidOperation, "405")]
    [InlineData("Invoke-WfbssRequest '../customers'", "InvalidValue", ErrorCategory.InvalidArgument, "service/wfbss/api")]
    [InlineData("Invoke-WfbssRequest \"customers`n\"", "InvalidValue", ErrorCategory.InvalidArgument, "service/wfbss/api")]
    [InlineData("Invoke-WfbssRequest 'customers?page=1'", "InvalidValue", ErrorCategory.InvalidArgument, "-Query")]
    [InlineData("Invoke-WfbssRequest 'https://example.com/customers'", "InvalidValue", ErrorCategory.InvalidArgument, "service/wfbss/api")]
    [InlineData("Invoke-WfbssRequest customers -Body '{}'", "InvalidValue", ErrorCategory.InvalidArgument, "GET")]
    [InlineData("Invoke-WfbssRequest customers -Method POST -All", "InvalidValue", ErrorCategory.InvalidArgument, "GET")]
    public async Task What_cannot_be_asked_is_an_error_as_it_is_elsewhere(string script, string errorId, ErrorCategory category, string text)
    {
        await using var place = await Workplace.StartAsync();

        var error = (await place.RunAsync(script)).FailedWith(errorId);

        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(text, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(errorId == "InvalidValue" ? 0 : 1, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task A_refused_key_pair_is_the_same_error_as_elsewhere()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.Faults.Script(SandboxFault.Unauthorized, times: 2);

        var elsewhere = (await place.RunAsync("Get-WfbssCustomer")).FailedWith("AccessDenied");
        var here = (await place.RunAsync("Invoke-WfbssRequest customers")).FailedWith("AccessDenied");

        Assert.Equal((elsewhere.CategoryInfo.Category, elsewhere.ToString()), (here.CategoryInfo.Category, here.ToString()));
    }

    [Theory]
    [InlineData("Invoke-WfbssRequest customers")]
    [InlineData("Invoke-WfbssRequest report -Method DELETE -Query @{ cids = 'x' } -WhatIf")]
    public async Task Without_a_session_it_says_how_to_get_one(string script)
    {
        using var host = await ModuleHost.StartAsync();

        Assert.Equal(ErrorCategory.ConnectionError, (await host.RunAsync(script)).FailedWith("NotConnected").CategoryInfo.Category);
    }

    [Fact]
    public async Task A_read_is_repeated_until_it_has_an_answer()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.Faults.Script(SandboxFault.Garbage);
        place.Server.Faults.Script(SandboxFault.DropBeforeCommit);

        var run = await place.RunAsync("(Invoke-WfbssRequest customers).customers.Count");

        Assert.Equal(25, Assert.Single(run.Clean().Output).BaseObject);
        Assert.Equal(3, place.Server.Counters.Requests);
    }
}
