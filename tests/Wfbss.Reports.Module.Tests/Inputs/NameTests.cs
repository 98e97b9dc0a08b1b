using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Inputs;

/// <summary>Customers and reports by name: exact first, then as a pattern.</summary>
public sealed class NameTests
{
    [Fact]
    public async Task Rows_with_names_become_customers_that_keep_the_rows_columns()
    {
        await using var place = await StartAsync("Acme", "Okafor [Test] Glass", "Beta", "Same", "same");

        var run = await place.RunAsync("""
            'Name,Contact', 'Okafor [Test] Glass,o@example.com', 'acme,a@example.com', 'Nobody,n@example.com', 'Same,s@example.com' | ConvertFrom-Csv |
                Get-WfbssCustomer -ErrorVariable problems -ErrorAction SilentlyContinue |
                New-WfbssScheduledReport -Name W -DayOfWeek Monday -At 8 -Content 100 -Recipient { $_.Contact }
            $problems | ForEach-Object { $_.ToString() }
            """);

        Assert.Equal([place.Ids[1], place.Ids[0]], run.Clean().Output.Take(2).Select(result => result.Properties["CustomerId"].Value));
        Assert.Equal(["o@example.com", "a@example.com"], (string[])[.. place.ReportsOf(1)[0].Addresses, .. place.ReportsOf(0)[0].Addresses]);
        Assert.Contains("No customer is named 'Nobody'", run.Output[2].ToString(), StringComparison.Ordinal);
        Assert.Contains($"2 customers are named 'Same': {place.Ids[3]}, {place.Ids[4]}", run.Output[3].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_joined_to_customers_by_id_or_exact_name()
    {
        await using var place = await StartAsync("Acme", "Beta", "Gamma");

        var run = await place.RunAsync(
            "$data = @{ CustomerId = $ids[2]; Level = 'gold' }, @{ Name = 'beta'; Level = 'silver' }; Get-WfbssCustomer -CustomerData $data | ForEach-Object { \"$($_.Name) $($_.Level)\" }",
            ("ids", place.Ids));
        var twice = await place.RunAsync("Get-WfbssCustomer -CustomerData @{ Name = 'Beta'; Level = 1 }, @{ Name = 'beta'; Level = 2 }");

        Assert.Equal(["Acme ", "beta silver".Replace("beta", "Beta", StringComparison.Ordinal), "Gamma gold"], run.Clean().Output.Select(line => line.ToString()));
        Assert.Contains("Rows 1 and 2 are about the same customer", twice.FailedWith("InvalidValue").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Okafor [Test] Glass", "Okafor [Test] Glass")]
    [InlineData("ACME", "Acme")]
    [InlineData("[ab]*", "Acme,Beta")]
    [InlineData("None*", "")]
    public async Task A_name_is_exact_first_and_then_a_pattern(string name, string found)
    {
        await using var place = await StartAsync("Acme", "Okafor [Test] Glass", "Beta");

        var run = await place.RunAsync("Get-WfbssCustomer -Name $name", ("name", name));

        Assert.Equal(found, string.Join(',', run.Clean().Output.Select(customer => customer.Properties["Name"].Value)));
    }

    [Fact]
    public async Task A_report_that_is_named_exactly_is_the_only_one_that_is_removed()
    {
        await using var place = await StartAsync("Acme", "Beta");
        place.Give(0, "[A] Weekly", "A Weekly");
        place.Give(1, "A Weekly", "Weekly [1");

        var removed = await place.RunAsync("$ids | Remove-WfbssScheduledReport -Name '[A] Weekly' -Force -ErrorAction SilentlyContinue", ("ids", place.Ids));
        var open = await place.RunAsync("$ids[1] | Remove-WfbssScheduledReport -Name 'Weekly [1' -Force");
        var none = await place.RunAsync("$ids | Remove-WfbssScheduledReport -Name 'None*' -Force");

        Assert.Equal(["Done", "NotFound"], removed.Outcomes.Select(outcome => outcome.Status));
        Assert.Equal("Done", open.Clean().Outcomes.Single().Status);
        Assert.Empty(none.Clean().Output);
        Assert.Equal(["A Weekly", "A Weekly"], place.NamesByCustomer());
    }

    [Fact]
    public async Task Customers_and_reports_remember_their_session_and_one_run_is_one_session()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 2 });
        await using var other = await SandboxServer.StartAsync(new SandboxOptions { Customers = 2, Seed = 5 });
        (string, object?)[] keys = [.. Workplace.KeyPairOf(other).Select(pair => ("other" + pair.Name, pair.Value))];

        var run = await place.RunAsync(
            """
            $first = Get-WfbssCustomer
            $session = Connect-Wfbss -AccessToken $othertoken -SecretKey $otherkey -BaseUri $otheruri -SkipVerification -PassThru
            $second = Get-WfbssCustomer
            $first | New-WfbssScheduledReport -Name W -DayOfWeek Monday -At 8 -Content 100 -Recipient a@example.com
            @($first[0]) + $second[0] | New-WfbssScheduledReport -Name X -DayOfWeek Monday -At 8 -Content 100 -Recipient a@example.com -ErrorAction SilentlyContinue
            $same = New-WfbssReportDefinition X -DayOfWeek Monday -At 8 -Content 100 -Recipient a@example.com
            @($first[0]) + $second[0] | Sync-WfbssScheduledReport $same -ErrorAction SilentlyContinue
            """,
            keys);

        Assert.Equal(["Done", "Done", "Done", "NotAttempted", "Done", "NotAttempted"], run.Outcomes.Select(outcome => outcome.Status));
        Assert.All([3, 5], at => Assert.Contains("another session", run.Outcomes[at].Message, StringComparison.Ordinal));
        Assert.Equal(3, place.Server.State.Customers.Sum(customer => customer.Reports.Count));
        Assert.All(other.State.Customers, customer => Assert.Empty(customer.Reports));
        Assert.DoesNotContain(run.Output, result => result.Properties.Any(property => property.Name == "Session"));
    }

    private static async Task<Workplace> StartAsync(params string[] names)
    {
        var place = await Workplace.StartAsync(new SandboxOptions { Customers = 0 });
        foreach (var name in names)
        {
            place.Server.State.AddCustomer(name);
        }

        return place;
    }
}
