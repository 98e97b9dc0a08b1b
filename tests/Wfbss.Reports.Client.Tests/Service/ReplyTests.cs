using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>200 with elements, and what they say.</summary>
public sealed class ReplyTests
{
    [Fact]
    public async Task Each_element_gives_its_customer_the_services_own_words()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { FullCustomers = 1 });
        var ids = service.Ids;
        var full = service.Server.State.Customers.First(customer => customer.Reports.Count == 10).Id;
        CustomerId[] others = [.. ids.Where(id => id.Value != full).Take(6)];
        var state = service.Server.State;
        state.Answer(others[1].Value, "SpecError", "report template spec error");
        state.Answer(others[2].Value, "InternalError", "the disk is full");
        state.Answer(others[3].Value, "Exception", "null reference");
        state.Answer(others[4].Value, "Postponed", "a word of tomorrow");
        CustomerId stranger = new(Guid.NewGuid());

        var results = await service.CreateAsync([.. others[..5], new CustomerId(full), stranger]);

        Assert.Equal(
            ["Done", "SpecError", "InternalError", "Exception", "Postponed", "LimitError", "NotReturned"],
            results.Select(result => result.Status));
        Assert.Equal(
            ["", "report template spec error", "the disk is full", "null reference", "a word of tomorrow", "over the report limit", "not known to the service"],
            results.Select(result => result.Message));
        Assert.Equal([1, null, null, null, null, null, null], results.Select(result => result.ReportId));
        Assert.Equal([true, false, false, false, false, false, false], results.Select(result => result.Succeeded));
        Assert.Single(service.Writes);
    }

    [Fact]
    public async Task Elements_are_matched_without_regard_to_case_and_order()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions
        {
            LowerCaseIds = true,
            ReverseElements = true,
            NullMessages = true,
        });
        var ids = service.Ids.Take(10).ToArray();
        for (var i = 0; i < 10; i++)
        {
            service.Server.State.Answer(ids[i].Value, i % 2 == 0 ? "done" : "LIMITERROR", $"message {i}");
        }

        var results = await service.CreateAsync(ids);

        Assert.Equal(ids.Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"message {i}"), results.Select(result => result.Message));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? "Done" : "LimitError"), results.Select(result => result.Status));
    }

    [Fact]
    public async Task An_element_of_another_customer_is_not_taken_for_the_one_that_is_missing()
    {
        await using var service = await SandboxConnection.OpenAsync();
        service.Server.Faults.Script(SandboxFault.WrongElement(), when: request => request.IsWrite);

        var results = await service.CreateAsync(service.Ids.Take(10));

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.Equal([true, .. Enumerable.Repeat(false, 9)], results.Select(result => result.ConfirmedByReadBack));
        Assert.Equal(service.Ids[0].Value, Assert.Single(Assert.Single(service.ReadBacks).CustomerIds));
        Assert.Equal(10, service.ReportCounts().Sum());
    }

    [Fact]
    public async Task An_element_that_comes_twice_with_the_same_words_counts_once()
    {
        await using var service = await SandboxConnection.OpenAsync();
        service.Server.Faults.Script(SandboxFault.DuplicateElement, when: request => request.IsWrite);

        var results = await service.CreateAsync(service.Ids.Take(10));

        Assert.Equal(10, results.Count);
        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.Equal(10, service.ReportCounts().Sum());
    }

    [Fact]
    public async Task Elements_that_contradict_each_other_are_read_back()
    {
        await using var service = await SandboxConnection.OpenAsync();
        var ids = service.Ids.Take(10).ToArray();
        // The first customer's element comes under the second's id, whose own says something else.
        service.Server.State.Answer(ids[1].Value, "LimitError", "over the report limit", times: 1);
        service.Server.Faults.Script(SandboxFault.WrongElement(ids[1].Value), when: request => request.IsWrite);

        var results = await service.CreateAsync(ids);

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.Equal([ids[0].Value, ids[1].Value], Assert.Single(service.ReadBacks).CustomerIds);
        Assert.Equal(10, service.ReportCounts().Sum());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_read_back_that_answers_about_another_customer_is_asked_for_again(bool omitsCustomersWithoutReports)
    {
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { OmitCustomersWithoutReports = omitsCustomersWithoutReports });
        service.Server.Faults.Script(SandboxFault.DropAfterCommit, when: request => request.IsWrite);
        service.Server.Faults.Script(SandboxFault.WrongElement(), when: request => request is { Method: "GET", Resource: "report" });
        service.Server.Faults.Script(SandboxFault.WrongElement(), when: request => request.Resource == "customers");

        var results = await service.CreateAsync(service.Ids.Take(10));

        Assert.All(results, result => Assert.Equal("Done", result.Status));
        Assert.Equal(10, service.ReportCounts().Sum());
        Assert.Single(service.Writes);
    }
}
