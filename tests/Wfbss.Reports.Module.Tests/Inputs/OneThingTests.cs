using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Inputs;

/// <summary>What PowerShell takes for one thing is one customer, or one mistake: nothing is lost on the way in.</summary>
public sealed class OneThingTests
{
    private const string Xml = "([xml]\"<l><Customer><CustomerId>$id</CustomerId><Name>Acme</Name></Customer></l>\").l.Customer";

    private const string Table = """
        $(
            $table = [System.Data.DataTable]::new()
            [void]$table.Columns.Add('CustomerId')
            [void]$table.Columns.Add('Seats', [int])
            [void]$table.Rows.Add($id, 7)
            Write-Output -NoEnumerate $table
        )
        """;

    private const string Dynamic = "$($bag = [System.Dynamic.ExpandoObject]::new(); $bag.CustomerId = $id; $bag.Other = 1; Write-Output -NoEnumerate $bag)";

    [Theory]
    [InlineData(Xml)]
    [InlineData("([xml]\"<l><Customer CustomerId='$id'/></l>\").l.Customer")]
    [InlineData("([xml]\"<l><Customer><cid>$id</cid></Customer></l>\").SelectNodes('//Customer')")]
    [InlineData("([System.Text.Json.JsonDocument]::Parse(\"{`\"CustomerId`\":`\"$id`\"}\").RootElement)")]
    [InlineData("[pscustomobject]@{ Id = 17; cid = $id }")]
    [InlineData("[pscustomobject]@{ CustomerId = ''; cid = $id }")]
    [InlineData("[pscustomobject]@{ CustomerId = [System.DBNull]::Value; Id = $id }")]
    [InlineData($"(Get-WfbssCustomer -CustomerId $id | ForEach-Object {{ [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }})")]
    public async Task It_is_a_customer_in_a_pipeline_and_as_an_argument(string input)
    {
        await using var place = await Workplace.StartAsync();

        var piped = await place.RunAsync($"{input} | New-WfbssScheduledReport {Workplace.Weekly} -FailAtEnd", ("id", place.Ids[3]));
        var given = await place.RunAsync($"New-WfbssScheduledReport {Workplace.Weekly} -FailAtEnd -CustomerId ({input})");

        Assert.All([piped, given], run => Assert.Equal((place.Ids[3], "Done"), (run.Clean().Outcomes.Single().CustomerId, run.Outcomes[0].Status)));
    }

    [Theory]
    [InlineData(Table)]
    [InlineData(Dynamic)]
    [InlineData("([Newtonsoft.Json.Linq.JObject]::Parse(\"{`\"CustomerId`\":`\"$id`\",`\"Tags`\":[1,2]}\"))")]
    public async Task A_table_and_an_object_that_enumerates_itself_are_customers_as_an_argument(string input)
    {
        await using var place = await Workplace.StartAsync();

        var given = await place.RunAsync($"$input = {input}; New-WfbssScheduledReport {Workplace.Weekly} -FailAtEnd -CustomerId $input", ("id", place.Ids[3]));

        Assert.Equal((place.Ids[3], "Done"), (given.Clean().Outcomes.Single().CustomerId, given.Outcomes[0].Status));
    }

    [Theory]
    [InlineData("Compare-WfbssScheduledReport -Definition $d", "State")]
    [InlineData("Sync-WfbssScheduledReport -Definition $d", "Status")]
    [InlineData("Get-WfbssScheduledReport", "Name")]
    [InlineData("Set-WfbssScheduledReport Weekly -At 14:00 -Content 100", "Status")]
    [InlineData("Get-WfbssCustomer", "Name")]
    [InlineData("Get-WfbssCustomerGroup | Select-Object -First 1", "Name")]
    [InlineData("Remove-WfbssScheduledReport Weekly -Force", "Status")]
    public async Task An_XML_element_is_a_customer_in_every_cmdlet(string command, string property)
    {
        await using var place = await Workplace.StartAsync();
        place.GiveAll("Weekly");

        var run = await place.RunAsync(
            $"$d = New-WfbssReportDefinition Weekly {Stock.Parameters}; {Xml} | {command}", ("id", place.Ids[3]));

        Assert.Equal(place.Ids[3], Assert.Single(run.Clean().Output).Properties["CustomerId"].Value);
        Assert.NotNull(run.Output[0].Properties[property].Value);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ 'CustomerId;Name' = \"$id;Acme\" }", "row 1 has CustomerId;Name, and none of CustomerId, Id, cid")]
    [InlineData("[pscustomobject]@{ Kunde = 'Acme' }", "row 1 has Kunde, and none of CustomerId, Id, cid")]
    [InlineData("[pscustomobject]@{ CustomerId = ' '; Name = 'Acme' }", "'' is not")]
    [InlineData("$id.Replace('-', [string][char]0x2011)", "it has the character U+2011 at position 9")]
    [InlineData("\"$id$([char]0x200B)\"", "it has the character U+200B at position 37")]
    [InlineData(", @()", "it is an empty list")]
    public async Task What_names_no_customer_is_one_result_that_says_what_it_is(string input, string why)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync($"{input} | New-WfbssScheduledReport {Workplace.Weekly}", ("id", place.Ids[3]));

        Assert.Equal("InvalidId", run.Outcomes.Single().Status);
        Assert.Contains(why.Replace("'' is not", "' ', is not", StringComparison.Ordinal), run.OneError("InvalidId").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Casts_proxies_and_mocks_take_what_the_cmdlet_takes()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            """
            $type = (Get-Command New-WfbssScheduledReport).Parameters.CustomerId.ParameterType
            function Proxy { param($CustomerId) process { } }
            Invoke-Expression "function Proxy { param([Parameter(ValueFromPipeline)] [$($type.FullName)] `$CustomerId) process { `$CustomerId } }"
            $id | Proxy
            [pscustomobject]@{ cid = $id } | Proxy
            ($id -as $type)
            """,
            ("id", place.Ids[3]));

        Assert.Equal([place.Ids[3], place.Ids[3], place.Ids[3]], run.Clean().Output.Select(reference => reference.ToString()));
    }

    [Fact]
    public async Task Nobody_is_removed_by_a_pipeline_that_feeds_nobody()
    {
        await using var place = await Workplace.StartAsync();
        place.GiveAll("Weekly");

        var empty = await place.RunAsync("@() | Get-WfbssScheduledReport | Remove-WfbssScheduledReport -Force");
        var nothing = await place.RunAsync("@() | Remove-WfbssScheduledReport * -Force; @() | Compare-WfbssScheduledReport (New-WfbssReportDefinition A -DayOfWeek Monday -At 8 -Content 100)");
        var missing = await place.RunAsync("[pscustomobject]@{ Kunde = 1 }, $null | Get-WfbssScheduledReport -ErrorAction SilentlyContinue | Remove-WfbssScheduledReport -Force");

        Assert.All([empty, nothing, missing], run => Assert.Empty(run.Output));
        Assert.Empty(place.Writes);
        Assert.Equal(25, place.Server.State.Customers.Sum(customer => customer.Reports.Count));
    }

    [Fact]
    public async Task Without_customers_reading_is_about_all_of_them()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 120 });
        place.GiveAll("Weekly");

        var read = await place.RunAsync("Get-WfbssScheduledReport -Name 'Week*'");
        var compared = await place.RunAsync($"Compare-WfbssScheduledReport (New-WfbssReportDefinition Weekly {Stock.Parameters})");
        var piped = await place.RunAsync($"New-WfbssReportDefinition Weekly {Stock.Parameters} | Compare-WfbssScheduledReport");

        Assert.All([read, compared, piped], run => Assert.Equal(place.Ids, run.Clean().Output.Select(item => item.Properties["CustomerId"].Value)));
    }
}
