using System.Xml.Linq;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Views;

/// <summary>What a console of 120 columns shows.</summary>
public sealed class ViewTests
{
    private const int Columns = 120;

    [Fact]
    public async Task Results_are_shown_with_customer_report_and_status()
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { FullCustomers = 1 });
        var unknown = Guid.NewGuid().ToString().ToUpperInvariant();

        var lines = await ShowAsync(
            place, $"@(Get-WfbssCustomer) + $unknown | New-WfbssScheduledReport {Workplace.Weekly} -ErrorAction SilentlyContinue -WarningAction SilentlyContinue", ("unknown", unknown));

        AssertHeader(lines, "Customer", "ReportName", "ReportId", "Status", "Message");
        var names = place.Server.State.Customers.Select(customer => customer.Name).Append(unknown);
        Assert.All(names, name => Assert.Contains(lines, line => line.StartsWith(name, StringComparison.Ordinal)));
        Assert.Equal(24, lines.Count(line => line.Contains(" Done", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.Contains("LimitError    over the report limit", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith(unknown, StringComparison.Ordinal) && line.Contains("NotReturned", StringComparison.Ordinal));
        Assert.All(lines.Skip(2), line => Assert.Contains("Weekly security", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("InternalError")]
    [InlineData("NotAttempted")]
    [InlineData("NotReturned")]
    public async Task No_status_is_cut(string status)
    {
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 1 });
        place.Server.State.Answer(place.Server.State.Customers[0].Id, status);

        var lines = await ShowAsync(place, $"Get-WfbssCustomer | New-WfbssScheduledReport {Workplace.Weekly} -ErrorAction Ignore");

        Assert.Contains(lines, line => line.Contains(status, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Customers_are_shown_with_name_and_whole_id()
    {
        await using var place = await Workplace.StartAsync();

        var lines = await ShowAsync(place, "Get-WfbssCustomer");

        AssertHeader(lines, "Name", "CustomerId", "License", "Seats", "Expires");
        Assert.All(place.Server.State.Customers, customer => Assert.Contains(
            lines,
            line => line.StartsWith(customer.Name, StringComparison.Ordinal)
                && line.Contains(customer.Id.ToString().ToUpperInvariant(), StringComparison.Ordinal)
                && line.Contains(customer.LicenseType == 0 ? " Trial " : " Full ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Contents_are_shown_with_number_and_whole_name()
    {
        await using var place = await Workplace.StartAsync();
        var names = (await place.RunAsync("(New-WfbssReportContent -All).Name")).Clean().Output;

        var lines = await ShowAsync(place, "New-WfbssReportContent -All");

        AssertHeader(lines, "Number", "Name", "Title");
        Assert.All(names, name => Assert.Contains(lines, line => line.Contains($" {name} ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Trim().StartsWith("100 VirusSummary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_is_shown_with_address_and_token()
    {
        await using var place = await Workplace.StartAsync();

        var lines = await ShowAsync(place, "Get-WfbssSession");

        AssertHeader(lines, "Id", "BaseUri", "AccessToken", "Version", "ClockSkew", "IsOpen");
        Assert.Contains(place.Server.BaseUri.ToString(), lines[^1], StringComparison.Ordinal);
        Assert.Contains(place.Server.AccessToken, lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("True", lines[^1].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_is_shown_with_time_customer_and_status()
    {
        using var folder = new TemporaryFolder();
        await using var place = await Workplace.StartAsync(new SandboxOptions { Customers = 12 });
        (await place.CreateAsync(place.Ids, $"-ThrottleLimit 1 -JournalPath '{folder.File("x")}'")).Clean();

        var lines = await ShowAsync(place, $"Get-WfbssJournal '{folder.File("x")}'");

        AssertHeader(lines, "At", "Kind", "Customers", "Status", "ReportId", "Message");
        Assert.Single(lines, line => line.Contains("Run     Weekly security", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("Intent  10 customers", StringComparison.Ordinal));
        Assert.All(place.Ids, id => Assert.Single(
            lines, line => line.Contains("Outcome " + id, StringComparison.Ordinal) && line.Contains(" Done ", StringComparison.Ordinal)));
        Assert.All(lines.Skip(2), line => Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ ", line));
    }

    [Fact]
    public async Task Every_type_that_a_cmdlet_writes_has_a_view()
    {
        using var host = await ModuleHost.StartAsync();
        var written = await host.RunAsync(
            "(Get-Command -Module Wfbss.Reports).OutputType.Type | Where-Object { $_.Namespace -like 'Wfbss*' } | ForEach-Object FullName");

        var viewed = XDocument.Load(Path.Combine(Checkout.ModuleFolder, "Wfbss.Reports.Format.ps1xml"))
            .Descendants("ViewSelectedBy").Descendants("TypeName").Select(name => name.Value);

        Assert.NotEmpty(written.Clean().Output);
        Assert.Empty(written.Output.Select(type => type.ToString()).Except(viewed));
    }

    private static async Task<string[]> ShowAsync(Workplace place, string script, params (string Name, object? Value)[] variables)
    {
        (await place.RunAsync($"{script} | Out-Default", variables)).Clean();
        string[] lines = [.. place.Host.Screen.Text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 1, Columns));
        return lines;
    }

    private static void AssertHeader(string[] lines, params string[] columns) =>
        Assert.Equal(columns, lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
