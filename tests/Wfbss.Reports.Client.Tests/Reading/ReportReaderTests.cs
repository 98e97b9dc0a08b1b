using System.Globalization;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Client.Tests.Reading;

public sealed class ReportReaderTests
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

        var names = new List<string>();
        await foreach (var report in new ReportReader(session).ReadAsync([id], TestContext.Current.CancellationToken))
        {
            names.Add(report.Name);
        }

        Assert.Equal(["A", "B", "B", "C"], names);
    }

    private static string Report(int? id, string name) =>
        $$"""{ "rtid": {{id?.ToString(CultureInfo.InvariantCulture) ?? "null"}}, "setting": { "name": "{{name}}" } }""";
}
