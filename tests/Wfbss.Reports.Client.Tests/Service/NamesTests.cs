using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>Text of every kind goes out, is signed as it goes out, and is found again.</summary>
public sealed class NamesTests
{
    public static TheoryData<string> Names =>
    [
        "plain", "with spaces inside", "R&D + sales", "#1 of 100%", "~tilde~", "a=b,c", "%20 is not a space", "O'Hara (EU)",
        "Überblick für Jürgen", "［週報］安全レポート", "отчёт", "weekly 🛡️ report 👩‍💻", "e\u0301 is not é",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_report_of_any_name_is_created_once_and_found_again(string name)
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 3 });
        service.Server.Faults.Script(SandboxFault.DropAfterCommit, when: request => request.IsWrite);

        var results = await service.CreateAsync(definition: Samples.WeeklyByEmail with { Name = name });

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.All(results, result => Assert.Equal(name, result.ReportName));
        Assert.Equal([1, 1, 1], service.ReportCounts(name));
        Assert.Equal(0, service.Server.Counters.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_customer_of_any_name_is_found_by_it_and_named_in_its_result(string name)
    {
        await using var service = await SandboxConnection.OpenAsync();
        var customer = service.Server.State.AddCustomer($"ACME {name} Ltd");

        var found = new List<Customer>();
        await foreach (var match in new CustomerReader(service.Session).ListAsync(name))
        {
            found.Add(match);
        }

        var result = Assert.Single(await service.CreateAsync([new CustomerId(customer.Id)]));

        Assert.Contains(customer.Name, found.Select(match => match.Name));
        Assert.Equal(customer.Name, result.CustomerName);
        Assert.Equal(0, service.Server.Counters.Unauthorized);
    }
}
