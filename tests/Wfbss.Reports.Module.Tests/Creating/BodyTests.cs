using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Creating;

public sealed class BodyTests
{
    private const string MonthlyExample =
        """
        {
          "type":4,
          "setting": {
            "name": "monthly_report",
            "enabled": 1,
            "parameter": {
              "gids": [1, 2],
              "address": ["user1@example.com", "user2@example.com"],
              "monthday": 5,
              "email": 1,
              "time": 28800,
              "contents": [{"tbl_type": 100}, {"tbl_type": 101}]
            }
          }
        }
        """;

    private const string WeeklyExample =
        """
        {
          "type":3,
          "setting": {
            "name": "weekly_report" ,
            "enabled": 1,
            "parameter": {
              "weekday": 1,
              "email": 0,
              "time": 28800,
              "contents": [{"tbl_type": 100}, {"tbl_type": 101}]
            }
          }
        }
        """;

    [Theory]
    [InlineData(
        "-Name monthly_report -DayOfMonth 5 -At 08:00 -GroupId 1, 2 -Recipient user1@example.com, user2@example.com -Content VirusSummary, Top5DevicesWithVirusDetections",
        MonthlyExample)]
    [InlineData("weekly_report -DayOfWeek Monday -At 08:00 -Content (New-WfbssReportContent 100, 101)", WeeklyExample)]
    public async Task The_examples_of_the_specification_come_from_parameters(string parameters, string expected)
    {
        await using var place = await Workplace.StartAsync();

        (await place.RunAsync($"$id | New-WfbssScheduledReport {parameters}", ("id", place.Ids[0]))).Clean();

        var request = Assert.Single(place.Creates);
        JsonText.AssertSame(expected, request.Body);
        Assert.Equal("POST", request.Method);
        Assert.EndsWith($"/report?cids={place.Ids[0]}", request.RawTarget, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_report_is_created_switched_off()
    {
        await using var place = await Workplace.StartAsync();

        (await place.CreateAsync(place.Ids[..1], "-Enabled $false")).Clean();

        Assert.False(Assert.Single(place.Server.State.Customers[0].Reports).Enabled);
    }

    [Fact]
    public async Task A_name_arrives_as_it_was_written()
    {
        await using var place = await Workplace.StartAsync();
        const string Name = "100 % R&D + Co. #1 ~ Übersicht 【週報】 🛡 'x'";

        (await place.RunAsync(
            "$id | New-WfbssScheduledReport -Name $name -DayOfWeek Sunday -At 00:00 -Content 100",
            ("id", place.Ids[0]),
            ("name", Name))).Clean();

        Assert.Equal(Name, Assert.Single(place.Server.State.Customers[0].Reports).Name);
    }

    [Theory]
    [InlineData("'08:00'", 28_800)]
    [InlineData("'8:05'", 29_100)]
    [InlineData("'08:00:30'", 28_830)]
    [InlineData("'00:00'", 0)]
    [InlineData("'23:59:59'", 86_399)]
    [InlineData("([timespan]'08:00:30')", 28_830)]
    [InlineData("([timespan]::FromMinutes(485))", 29_100)]
    [InlineData("([datetime]'2026-01-05 17:45:10')", 63_910)]
    [InlineData("([datetimeoffset]'2026-01-05 17:45:10 +05:00')", 63_910)]
    public async Task The_time_of_day_is_given_in_any_usual_form(string at, int seconds)
    {
        await using var place = await Workplace.StartAsync();

        (await place.RunAsync(
            $"$id | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At {at} -Content VirusSummary", ("id", place.Ids[0]))).Clean();

        Assert.Equal(seconds, Assert.Single(place.Server.State.Customers[0].Reports).Time);
    }

    [Theory]
    [InlineData("24")]
    [InlineData("8.5")]
    [InlineData("'8.30'")]
    [InlineData("'13 pm'")]
    [InlineData("'0am'")]
    [InlineData("'25:00'")]
    [InlineData("'24:00'")]
    [InlineData("'08:60'")]
    [InlineData("'-01:00'")]
    [InlineData("''")]
    public async Task What_is_no_time_of_day_is_refused_with_what_is(string at)
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync(
            $"$id | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At {at} -Content VirusSummary", ("id", place.Ids[0]));

        var error = run.FailedWith("ParameterArgumentTransformationError").ToString();
        Assert.Contains("is not a time of day. Use hours and minutes such as 08:00", error, StringComparison.Ordinal);
        Assert.Equal(0, place.Server.Counters.Requests);
    }
}
