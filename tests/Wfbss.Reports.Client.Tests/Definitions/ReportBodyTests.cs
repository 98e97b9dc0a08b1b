using System.Text;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;

namespace Wfbss.Reports.Client.Tests.Definitions;

public sealed class ReportBodyTests
{
    [Fact]
    public void The_first_example_of_the_specification_comes_out_as_it_is() =>
        JsonText.AssertSame(Specification.Examples[0], ReportBody.WriteText(new ReportDefinition
        {
            Name = "monthly_report",
            Schedule = ReportSchedule.Monthly(5, TimeSpan.FromHours(8)),
            Contents = [ReportContent.FromNumber(100), ReportContent.FromNumber(101)],
            SendEmail = true,
            Recipients = ["user1@example.com", "user2@example.com"],
            GroupIds = [1, 2],
        }));

    [Fact]
    public void The_second_example_of_the_specification_comes_out_as_it_is() =>
        JsonText.AssertSame(Specification.Examples[1], ReportBody.WriteText(new ReportDefinition
        {
            Name = "weekly_report",
            Schedule = ReportSchedule.Weekly(DayOfWeek.Monday, TimeSpan.FromHours(8)),
            Contents = [ReportContent.FromNumber(100), ReportContent.FromNumber(101)],
        }));

    [Fact]
    public void Optional_members_are_absent_and_never_null()
    {
        var body = ReportBody.WriteText(Samples.Weekly);
        Assert.Equal(
            """{"type":3,"setting":{"name":"Weekly security","enabled":1,"parameter":{"weekday":1,"email":0,"time":28800,"contents":[{"tbl_type":100}]}}}""",
            body);
    }

    [Fact]
    public void A_report_that_is_not_enabled_says_so() =>
        Assert.Contains("\"enabled\":0", ReportBody.WriteText(Samples.Weekly with { Enabled = false }), StringComparison.Ordinal);

    [Fact]
    public void Names_are_readable_utf8_without_byte_order_mark()
    {
        const string Name = "Müller & Söhne – 週次レポート + 'x'";
        var bytes = ReportBody.Write(Samples.Weekly with { Name = Name });

        Assert.Equal((byte)'{', bytes[0]);
        Assert.Contains($"\"{Name}\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_of_two_halves_survive() =>
        Assert.Equal(
            "Report 😀 𠜎",
            JsonText.Parse(ReportBody.Write(Samples.Weekly with { Name = "Report 😀 𠜎" })).GetProperty("setting").GetProperty("name").GetString());

    [Fact]
    public void The_hash_is_sha256_in_hexadecimal() =>
        Assert.Equal("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", ReportBody.Hash("abc"u8.ToArray()));
}
