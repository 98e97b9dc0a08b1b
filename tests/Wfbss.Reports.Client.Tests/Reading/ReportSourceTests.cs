using System.Globalization;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Planning;

namespace Wfbss.Reports.Client.Tests.Reading;

public sealed class ReportSourceTests
{
    [Fact]
    public async Task A_report_that_comes_twice_is_one_report_and_one_without_id_is_never_taken_for_another()
    {
        var id = Ids.Of(1);
        var json = $$"""
            {"customers":[
              {"id":"{{id}}","reports":[{{Report(1, "A")}},{{Report(1, "A")}},{{Report(null, "B")}},{{Report(null, "B")}}]},
              {"id":"{{id}}","reports":[{{Report(1, "A")}},{{Report(2, "C")}}]}]}
            """;
        using var session = TestSessions.Over(request => Attempts.Replied(request, 200, json));

        var customer = await new ScheduledReportClient(session)
            .ReadAsync([id], cancellationToken: TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["A", "B", "B", "C"], customer.Reports?.Select(report => report.Name));
    }

    private static string Report(int? id, string name) =>
        $$"""{ "rtid": {{id?.ToString(CultureInfo.InvariantCulture) ?? "null"}}, "setting": { "name": "{{name}}" } }""";
}
