using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class InputTests
{
    [Theory]
    [InlineData("$id")]
    [InlineData("$id.ToLower()")]
    [InlineData("[guid]$id")]
    [InlineData("([guid]$id).ToString('N')")]
    [InlineData("([guid]$id).ToString('B')")]
    [InlineData("([guid]$id).ToString('P')")]
    [InlineData("\"urn:uuid:$id\"")]
    [InlineData("\"  $id \"")]
    [InlineData("[pscustomobject]@{ CustomerId = $id }")]
    [InlineData("[pscustomobject]@{ Id = $id }")]
    [InlineData("[pscustomobject]@{ cid = [guid]$id }")]
    [InlineData("[pscustomobject]@{ Id = 7; CustomerId = $id; Name = 'Acme' }")]
    [InlineData("@{ CustomerId = $id }")]
    [InlineData("@{ cid = $id; Other = 1 }")]
    [InlineData("([ordered]@{ Id = $id })")]
    [InlineData("('Name,CustomerId', \"Acme,$id\" | ConvertFrom-Csv)")]
    [InlineData("(@{ cid = $id; name = 'Acme' } | ConvertTo-Json | ConvertFrom-Json)")]
    [InlineData("(Get-WfbssCustomer -CustomerId $id)")]
    [InlineData("(Get-WfbssCustomer -CustomerId $id | Select-Object -Property CustomerId, Name)")]
    [InlineData("(Get-WfbssCustomer -CustomerId $id | ConvertTo-Json | ConvertFrom-Json)")]
    [InlineData("(, @($id))")]
    public async Task A_customer_is_named_in_any_usual_form(string input)
    {
        await using var place = await Workplace.StartAsync();

        var piped = await place.RunAsync($"{input} | New-WfbssScheduledReport {Workplace.Weekly}", ("id", place.Ids[3]));
        var given = await place.RunAsync($"New-WfbssScheduledReport {Workplace.Weekly} -CustomerId ({input})");

        Assert.All([piped, given], run => Assert.Equal((place.Ids[3], "Done"), IdAndStatus(run.Clean().Outcomes).Single()));
        Assert.Equal(2, place.Server.State.Customers[3].Reports.Count);
    }

    [Fact]
    public async Task Results_come_in_the_order_of_the_inputs()
    {
        await using var place = await Workplace.StartAsync();
        var inputs = place.Ids.Reverse().ToArray();

        var run = await place.CreateAsync(inputs);

        Assert.Equal(inputs, run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
    }

    [Fact]
    public async Task Results_name_customer_and_report()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync($"Get-WfbssCustomer | New-WfbssScheduledReport {Workplace.Weekly}");

        Assert.Equal(
            place.Server.State.Customers.Select(customer => customer.Name),
            run.Clean().Outcomes.Select(outcome => outcome.CustomerName));
        Assert.All(run.Outcomes, outcome =>
        {
            Assert.Equal("Weekly security", outcome.ReportName);
            Assert.Equal(1, outcome.ReportId);
            Assert.Equal(1, outcome.Attempts);
            Assert.True(outcome.Succeeded);
            Assert.False(outcome.ConfirmedByReadBack);
            Assert.Contains(place.Creates, request => request.TraceId == outcome.TraceId);
        });
    }

    [Fact]
    public async Task Names_of_customers_that_were_listed_are_in_the_results_of_bare_ids()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync($"$null = Get-WfbssCustomer; $id | New-WfbssScheduledReport {Workplace.Weekly}", ("id", place.Ids[2]));

        Assert.Equal(place.Server.State.Customers[2].Name, run.Clean().Outcomes.Single().CustomerName);
    }

    [Fact]
    public async Task Results_are_taken_as_input_again()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            $"Get-WfbssCustomer | New-WfbssScheduledReport {Workplace.Weekly} | New-WfbssScheduledReport -Name Second -DayOfMonth 1 -At 9:00 -Content 200");

        Assert.Equal(place.Ids, run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.All(run.Outcomes, outcome => Assert.Equal(("Second", 2), (outcome.ReportName, outcome.ReportId!.Value)));
        Assert.Equal(
            place.Server.State.Customers.Select(customer => customer.Name),
            run.Outcomes.Select(outcome => outcome.CustomerName));
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("640FE47F-5118-4D79-8221-A35D0DE2EE2")]
    [InlineData("640FE47F-5118-4D79-8221-A35D0DE2EE2C,549390C2-61B3-417E-B1F0-8955A63C08F3")]
    [InlineData("")]
    public async Task An_id_that_is_none_is_one_error_and_the_others_go_on(string bad)
    {
        await using var place = await Workplace.StartAsync();
        string[] inputs = [.. place.Ids[..12], bad, .. place.Ids[12..]];

        var run = await place.CreateAsync(inputs);

        Assert.Equal(inputs, run.Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(("InvalidId", 0), (run.Outcomes[12].Status, run.Outcomes[12].Attempts));
        Assert.All(run.Outcomes.Where(outcome => outcome.CustomerId != bad), outcome => Assert.Equal("Done", outcome.Status));
        var error = run.OneError("InvalidId");
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(bad, error.TargetObject);
        Assert.Contains($"input 13, '{bad}'", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("[pscustomobject]@{ Company = 'Acme' }")]
    [InlineData("@{}")]
    [InlineData("42")]
    public async Task An_input_without_id_is_one_error_and_the_others_go_on(string bad)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            $"$a, ({bad}), $b | New-WfbssScheduledReport {Workplace.Weekly}", ("a", place.Ids[0]), ("b", place.Ids[1]));

        Assert.Equal(["Done", "InvalidId", "Done"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.Contains("input 2,", run.OneError("InvalidId").ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_id_that_occurs_again_is_sent_once_and_reported_once()
    {
        await using var place = await Workplace.StartAsync();
        string[] inputs = [.. place.Ids[..15], place.Ids[0], place.Ids[1].ToLowerInvariant(), "{" + place.Ids[14] + "}", place.Ids[15]];

        var run = await place.CreateAsync(inputs);

        Assert.Equal(place.Ids[..16], run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        // Two requests at once: which of them arrives first is not said.
        Assert.Equal(place.Ids[..16].Order(), place.Creates.SelectMany(request => request.CustomerIds).Select(Text).Order());
        Assert.StartsWith("3 of 19 inputs were repeats", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_gives_nothing_out()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.CreateAsync([], "-Verbose");

        Assert.Empty(run.Clean().Output);
        Assert.Equal(0, place.Server.Counters.Requests);
        Assert.Contains(run.Verbose, line => line.Contains("nothing to do", StringComparison.Ordinal));
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private static IEnumerable<(string Id, string Status)> IdAndStatus(IEnumerable<Outcome> outcomes) =>
        outcomes.Select(outcome => (outcome.CustomerId, outcome.Status));
}
