using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Client.Tests.Reading;

public sealed class ScheduledReportJsonTests
{
    [Fact]
    public void Every_member_is_read()
    {
        var report = Read("""
            {
              "rtid": 2, "type": 4, "number": 17,
              "setting": {
                "name": "monthly report", "enabled": 1,
                "parameter": {
                  "time": 28800, "gids": [1, 2], "email": 1, "monthday": 5, "address": ["user1@example.com"],
                  "contents": [{"tbl_type": 100}, {"tbl_type": 999}]
                }
              }
            }
            """);

        Assert.Equal((2, 17, "monthly report", true, ReportFrequency.Monthly, 5, Samples.EightOClock, true), (
            report.ReportId, report.RunCount, report.Name, report.Enabled, report.Frequency, report.DayOfMonth, report.At, report.SendEmail));
        Assert.Null(report.DayOfWeek);
        Assert.Equal(["user1@example.com"], report.Recipients!);
        Assert.Equal([1, 2], report.GroupIds!);
        Assert.Equal([100, 999], report.Contents!.Select(content => content.Number));
    }

    [Fact]
    public void Numbers_are_read_from_texts_and_booleans()
    {
        var report = Read("""{"rtid":"3","type":"3","setting":{"enabled":true,"parameter":{"weekday":"0","email":"0","time":"0","gids":["7"]}}}""");

        Assert.Equal((3, ReportFrequency.Weekly, true, DayOfWeek.Sunday, false, TimeSpan.Zero), (
            report.ReportId, report.Frequency, report.Enabled, report.DayOfWeek, report.SendEmail, report.At));
        Assert.Equal([7], report.GroupIds!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"setting":null}""")]
    [InlineData("""{"setting":{"parameter":null}}""")]
    [InlineData("""{"setting":{"parameter":{"gids":null,"address":null,"contents":null}}}""")]
    public void What_is_not_there_is_not_said_rather_than_nothing(string json)
    {
        var report = Read(json);

        Assert.Equal("", report.Name);
        Assert.Null(report.ReportId);
        Assert.Null(report.Enabled);
        Assert.Null(report.Frequency);
        Assert.Null(report.At);
        Assert.Null(report.Recipients);
        Assert.Null(report.GroupIds);
        Assert.Null(report.Contents);
    }

    [Fact]
    public void Lists_that_are_empty_are_nothing_rather_than_not_said()
    {
        var report = Read("""{"setting":{"parameter":{"gids":[],"address":[],"contents":[]}}}""");

        Assert.Empty(report.Recipients!);
        Assert.Empty(report.GroupIds!);
        Assert.Empty(report.Contents!);
    }

    [Theory]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"daily"}""")]
    public void A_frequency_that_is_not_known_is_none(string json) => Assert.Null(Read(json).Frequency);

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void A_day_that_no_week_has_is_none(int day) =>
        Assert.Null(Read($$"""{"setting":{"parameter":{"weekday":{{day}} } } }""").DayOfWeek);

    [Fact]
    public void Entries_of_lists_that_cannot_be_read_are_left_out()
    {
        var report = Read("""{"setting":{"parameter":{"gids":[1,"x",{}],"address":["a@b.c",1,null,"\ud800"],"contents":[{},1,{"tbl_type":100}]}}}""");

        Assert.Equal([1], report.GroupIds!);
        Assert.Equal(["a@b.c"], report.Recipients!);
        Assert.Equal([100], report.Contents!.Select(content => content.Number));
    }

    private static ScheduledReport Read(string json) => ScheduledReportJson.Read(Ids.Of(1).ToString(), "Customer", JsonText.Parse(json));
}
