using System.Text;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Overview;

public sealed class ExportOverviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Page => _folder.File("overview.html");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_customers_the_page_is_about_all_of_the_session()
    {
        await using var place = await Workplace.StartAsync();
        place.Server.State.AddReport(place.Server.State.Customers[0].Id, new SandboxReport { Name = "Weekly 100%", Weekday = 1, Time = 28_800 });

        var run = await ExportAsync(place, "Export-WfbssReportOverview $page");

        Assert.Empty(run.Clean().Output);
        var text = File.ReadAllText(Page);
        Assert.All(place.Server.State.Customers, customer => Assert.Contains($">{customer.Name}<", Decoded(text), StringComparison.Ordinal));
        Assert.Contains(">Weekly 100%<", text, StringComparison.Ordinal);
        Assert.Contains("Mondays 08:00", text, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.Path));
        // One page of customers, three calls for reports.
        Assert.Equal(4, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Customers_come_from_the_pipeline_and_are_not_read_again()
    {
        await using var place = await Workplace.StartAsync();

        (await ExportAsync(place, "(Get-WfbssCustomer)[0, 1] | Export-WfbssReportOverview $page")).Clean();

        Assert.Equal(place.Ids[..2].Order(), Shown(place));
        Assert.Equal(2, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Ids_come_as_text_and_by_property_name_each_once()
    {
        await using var place = await Workplace.StartAsync();

        (await ExportAsync(
            place,
            "$ids[0], $ids[0].ToLower(), [pscustomobject]@{ cid = $ids[1] } | Export-WfbssReportOverview $page",
            ("ids", place.Ids))).Clean();

        Assert.Equal(place.Ids[..2].Order(), Shown(place));
    }

    [Fact]
    public async Task An_empty_pipeline_is_nobody_not_everybody()
    {
        await using var place = await Workplace.StartAsync();

        (await ExportAsync(place, "Get-WfbssCustomer 'nobody of this name*' | Export-WfbssReportOverview $page")).Clean();

        Assert.Empty(Shown(place));
        Assert.Equal(1, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Results_that_are_piped_in_tell_what_failed()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 3, FullCustomers = 1 });

        var run = await ExportAsync(
            place,
            $"Get-WfbssCustomer | New-WfbssScheduledReport {Workplace.Weekly} -ErrorAction SilentlyContinue | Export-WfbssReportOverview $page");

        Assert.Null(run.Failure);
        var text = File.ReadAllText(Page);
        Assert.Contains("LimitError", text, StringComparison.Ordinal);
        Assert.Contains("<strong>1</strong> <span>failed last time</span>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$results")]
    [InlineData("($results | ConvertTo-Csv | ConvertFrom-Csv)")]
    [InlineData("($results | ConvertTo-CliXml | ConvertFrom-CliXml)")]
    [InlineData("($results | ConvertTo-Json | ConvertFrom-Json)")]
    public async Task Results_are_taken_as_they_were_kept(string kept)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 3, FullCustomers = 1 });

        var run = await ExportAsync(
            place,
            $"$results = $ids | New-WfbssScheduledReport {Workplace.Weekly} -ErrorAction SilentlyContinue; Export-WfbssReportOverview $page -Result {kept}",
            ("ids", place.Ids));

        Assert.Null(run.Failure);
        Assert.Contains("<strong>1</strong> <span>failed last time</span>", File.ReadAllText(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_result_is_refused_before_any_request()
    {
        await using var place = await Workplace.StartAsync();

        var run = await ExportAsync(place, "Export-WfbssReportOverview $page -Result 'something'");

        Assert.Contains("'something' is not a result of a write", run.Failure!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Customers_that_cannot_be_read_are_in_the_page_with_an_error_each()
    {
        await using var place = await Workplace.StartAsync();
        var unknown = Guid.NewGuid().ToString().ToUpperInvariant();

        var run = await ExportAsync(
            place, "$ids[0], 'no id', $unknown | Export-WfbssReportOverview $page", ("ids", place.Ids), ("unknown", unknown));

        Assert.Null(run.Failure);
        Assert.Equal(["InvalidId", "NotReturned"], run.Errors.Select(Invocation.IdOf));
        Assert.Equal(["no id", unknown], run.Errors.Select(error => error.TargetObject));
        var text = File.ReadAllText(Page);
        Assert.Contains(">no id<", text, StringComparison.Ordinal);
        Assert.Contains($">{unknown}<", text, StringComparison.Ordinal);
        Assert.Contains("<strong>2</strong> <span>customers not read</span>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_comes_out_with_PassThru_and_is_UTF_8()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 0 });
        place.Server.State.AddCustomer("Müller 東京 😀");

        var run = await ExportAsync(place, "Export-WfbssReportOverview -Path $page -Title 'Berichte für <alle>' -PassThru");

        var file = Assert.IsType<FileInfo>(Assert.Single(run.Clean().Output).BaseObject);
        Assert.Equal(Page, file.FullName);
        var bytes = File.ReadAllBytes(Page);
        Assert.Equal(bytes.Length, file.Length);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
        Assert.Contains("<h1>Berichte für &lt;alle&gt;</h1>", text, StringComparison.Ordinal);
        Assert.Contains(">Müller 東京 😀<", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_asks_the_service_nothing_and_writes_nothing()
    {
        await using var place = await Workplace.StartAsync();

        (await ExportAsync(place, "Get-WfbssCustomer | Out-Null; Export-WfbssReportOverview $page -WhatIf")).Clean();

        Assert.Equal(1, place.Server.Counters.Requests);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Contains(Page, place.Host.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_but_not_with_NoClobber()
    {
        await using var place = await Workplace.StartAsync();
        File.WriteAllText(Page, "old");

        (await ExportAsync(place, "Export-WfbssReportOverview $page -NoClobber")).FailedWith("FileExists");
        Assert.Equal("old", File.ReadAllText(Page));
        Assert.Equal(0, place.Server.Counters.Requests);

        (await ExportAsync(place, "Export-WfbssReportOverview $page")).Clean();
        Assert.NotEqual("old", File.ReadAllText(Page));
    }

    [Fact]
    public async Task A_read_only_file_is_replaced_with_Force_alone()
    {
        await using var place = await Workplace.StartAsync();
        File.WriteAllText(Page, "old");
        File.SetAttributes(Page, FileAttributes.ReadOnly);

        (await ExportAsync(place, "Export-WfbssReportOverview $page")).FailedWith("FileUnwritable");
        Assert.Equal("old", File.ReadAllText(Page));

        (await ExportAsync(place, "Export-WfbssReportOverview $page -Force")).Clean();
        Assert.NotEqual("old", File.ReadAllText(Page));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_to_be_the_trouble()
    {
        await using var place = await Workplace.StartAsync();

        var error = (await ExportAsync(place, "Export-WfbssReportOverview \"$page/x.html\"")).FailedWith("FileUnwritable");

        Assert.Contains("overview.html", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_key_pair_is_refused_there_is_no_page()
    {
        await using var place = await Workplace.StartAsync();
        File.WriteAllText(Page, "old");
        place.Server.Faults.Script(SandboxFault.Unauthorized, times: 1, request => request.Resource == "report");

        (await ExportAsync(place, "Export-WfbssReportOverview $page")).FailedWith("AccessDenied");

        Assert.Equal("old", File.ReadAllText(Page));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private Task<Invocation> ExportAsync(Workplace place, string script, params (string Name, object? Value)[] variables) =>
        place.RunAsync(script, [.. variables, ("page", Page)]);

    /// <summary>The customers that the page has a row for.</summary>
    private string[] Shown(Workplace place)
    {
        var text = File.ReadAllText(Page);
        return [.. place.Ids.Where(id => text.Contains($"title=\"{id}\"", StringComparison.Ordinal)).Order()];
    }

    private static string Decoded(string html) => System.Net.WebUtility.HtmlDecode(html);
}
