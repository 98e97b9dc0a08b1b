using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Inputs;

/// <summary>Whatever goes in: as many results as inputs, but for repeats, which are counted.</summary>
public sealed class OneInOneOutTests : IAsyncLifetime
{
    // Each makes one object of a customer's id.
    private static readonly string[] Customers =
    [
        "$id",
        "$id.ToLowerInvariant()",
        "\" $id \"",
        "[guid]$id",
        "[pscustomobject]@{ CustomerId = $id; Seats = 7 }",
        "[pscustomobject]@{ Id = 17; cid = $id }",
        "[pscustomobject]@{ CustomerId = ''; Id = [guid]$id }",
        "@{ CustomerId = $id; Seats = 7 }",
        "[ordered]@{ Kunde = 'Acme'; cid = $id }",
        "([xml]\"<l><Customer Seats='7'><CustomerId>$id</CustomerId></Customer></l>\").l.Customer",
        "([xml]\"<l><Customer cid='$id'/></l>\").l.Customer",
        "$($row = $table.NewRow(); $row.CustomerId = $id; $row)",
        "[System.Text.Json.JsonDocument]::Parse(\"{`\"Id`\":`\"$id`\"}\").RootElement",
        "$(\"{`\"CustomerId`\":`\"$id`\",`\"Tags`\":[1,2]}\" | ConvertFrom-Json)",
        "$known[$id]",
        "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($known[$id]))",
    ];

    // Each is one object that names nobody.
    private static readonly string[] Nobody =
    [
        "$null",
        "''",
        "' '",
        "7",
        "2.5",
        "$true",
        "'Acme'",
        "@()",
        "[datetime]'2026-01-01'",
        "[pscustomobject]@{ Kunde = 'Acme'; Seats = 7 }",
        "[pscustomobject]@{ CustomerId = $null }",
        "@{ Kunde = 'Acme'; Seats = 7 }",
        "@{}",
        "$table.NewRow()",
        "([xml]'<l><Customer><Name>Acme</Name></Customer></l>').l.Customer",
        "[System.Text.Json.JsonDocument]::Parse('{\"Name\":\"Acme\"}').RootElement",
    ];

    private Workplace _place = null!;

    public async ValueTask InitializeAsync()
    {
        _place = await Workplace.StartAsync(new SandboxOptions { Customers = 12 });
        (await _place.RunAsync(
            """
            $known = @{}
            Get-WfbssCustomer | ForEach-Object { $known[$_.CustomerId] = $_ }
            $table = [System.Data.DataTable]::new()
            [void]$table.Columns.Add('CustomerId')
            """)).Clean();
    }

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Property(MaxTest = 30)]
    public Property There_are_as_many_results_as_inputs_but_for_repeats() => Prop.ForAll(
        (from customer in Gen.Choose(0, 11)
         from shape in Gen.Choose(0, Customers.Length + (Nobody.Length / 2) - 1)
         from nobody in Gen.Elements(Nobody)
         select shape < Customers.Length ? new OneInput(customer, Customers[shape]) : new OneInput(null, nobody)).ListOf().ToArbitrary(),
        inputs => CheckAsync([.. inputs]).GetAwaiter().GetResult());

    private async Task CheckAsync(IReadOnlyList<OneInput> inputs)
    {
        _place.Server.State.ClearReports();
        var script = string.Concat(inputs.Select(input => $"$id = '{(input.Customer is { } at ? _place.Ids[at] : "")}'; $all.Add(({input.Shape}))\n"));

        var run = await _place.RunAsync(
            $$"""
            $all = [System.Collections.Generic.List[object]]::new()
            {{script}}
            & { foreach ($one in $all) { Write-Output -NoEnumerate $one } } | New-WfbssScheduledReport {{Workplace.Weekly}}
            """);

        Assert.Null(run.Failure?.ToString());
        var expected = inputs.Where((input, at) => input.Customer is null || inputs.Take(at).All(earlier => earlier.Customer != input.Customer)).ToArray();
        Assert.Equal(
            expected.Select(input => input.Customer is { } at ? $"{_place.Ids[at]} Done" : "InvalidId"),
            run.Outcomes.Select(outcome => outcome.Status == "Done" ? $"{outcome.CustomerId.Trim().ToUpperInvariant()} Done" : outcome.Status));
        Assert.Equal(expected.Count(input => input.Customer is null), run.Errors.Count);
        var repeats = inputs.Count - expected.Length;
        Assert.Equal(
            repeats > 0 ? [$"{repeats} of {inputs.Count} inputs were repeats"] : [],
            run.Warnings.Where(warning => warning.Contains("repeats", StringComparison.Ordinal)).Select(warning => warning.Split(" of one that")[0]));
        Assert.Equal(expected.Where(input => input.Customer is not null).Select(input => input.Customer!.Value).Order(), WithReport());
    }

    private IEnumerable<int> WithReport() => Enumerable.Range(0, 12).Where(at => _place.ReportsOf(at).Count == 1);

    /// <summary>An input: the customer that it names, and how it is written.</summary>
    private sealed record OneInput(int? Customer, string Shape);
}
