using Wfbss.Reports.Client.Tests.Support;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>The table's first row: what is wrong before any request.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task A_malformed_id_gives_one_outcome_in_its_place_and_the_others_go_on()
    {
        await using var service = await SandboxConnection.OpenAsync();
        var ids = service.Ids;
        CustomerInput[] inputs =
        [
            RunExtensions.Target(ids[0], 0),
            new("not-an-id", Id: null, Name: null, Position: 2),
            RunExtensions.Target(ids[1], 2),
            new("", Id: null, Name: null, Position: 4),
        ];

        var results = new List<ScheduledReportResult>();
        await using var run = service.Run();
        await run.ToEndAsync(inputs, results.Add);

        Assert.Equal(["Done", "InvalidId", "Done", "InvalidId"], results.Select(result => result.Status));
        Assert.Equal("not-an-id", results[1].CustomerId);
        Assert.Contains("input 2, 'not-an-id'", results[1].Message);
        Assert.Equal(0, results[1].Attempts);
        Assert.Equal([ids[0].Value, ids[1].Value], Assert.Single(service.Writes).CustomerIds);
    }

    [Fact]
    public async Task Malformed_ids_alone_send_nothing()
    {
        await using var service = await SandboxConnection.OpenAsync();
        await using var run = service.Run();
        var results = new List<ScheduledReportResult>();

        await run.ToEndAsync(Enumerable.Range(1, 250).Select(n => new CustomerInput($"#{n}", Id: null, Name: null, n)), results.Add);

        Assert.Equal(Enumerable.Range(1, 250).Select(n => $"#{n}"), results.Select(result => result.CustomerId));
        Assert.Equal(0, service.Server.Counters.Requests);
    }

    [Fact]
    public async Task An_invalid_definition_lists_all_violations_and_sends_nothing()
    {
        await using var service = await SandboxConnection.OpenAsync();
        var definition = new ReportDefinition
        {
            Name = "a/b",
            Schedule = new ReportSchedule(ReportFrequency.Weekly, null, null, TimeSpan.FromHours(25)),
            SendEmail = true,
            GroupIds = [0],
        };

        var failure = Assert.Throws<WfbssException>(() => service.Run(definition: definition));

        Assert.Equal(WfbssErrorKind.InvalidDefinition, failure.Kind);
        Assert.All(
            ["Name:", "DayOfWeek:", "At:", "Content:", "Recipient:", "GroupId:"],
            property => Assert.Contains(property, failure.Message));
        Assert.Equal(0, service.Server.Counters.Requests);
    }

    [Fact]
    public async Task An_id_that_occurs_again_is_sent_once_and_reported_once()
    {
        await using var service = await SandboxConnection.OpenAsync();
        var ids = service.Ids.Take(7).ToArray();
        await using var run = service.Run();

        var results = await run.ToEndAsync(ids.Concat(ids).Concat(ids));

        Assert.Equal(ids.Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.Equal(14, run.Repeats);
        Assert.Equal(7, service.ReportCounts().Sum());
    }
}
