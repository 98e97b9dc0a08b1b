using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Client.Tests.Planning;

public sealed class ReportChangesTests
{
    [Fact]
    public void What_is_not_changed_stays_as_it_is()
    {
        var changed = new ReportChanges { Name = "New", At = TimeSpan.FromHours(9) }.ApplyTo(Samples.Shown(Samples.Monthly), out var unseen);

        Assert.Empty(unseen);
        Assert.Equal(Samples.Monthly with { Name = "New", Schedule = ReportSchedule.Monthly(5, TimeSpan.FromHours(9)) }, changed);
    }

    [Fact]
    public void A_day_of_the_other_kind_changes_the_frequency_and_keeps_the_time()
    {
        var weekly = new ReportChanges { DayOfWeek = DayOfWeek.Friday }.ApplyTo(Samples.Shown(Samples.Monthly), out _);
        var monthly = new ReportChanges { DayOfMonth = 3 }.ApplyTo(Samples.Shown(Samples.Weekly), out _);

        Assert.Equal(ReportSchedule.Weekly(DayOfWeek.Friday, Samples.EightOClock), weekly!.Schedule);
        Assert.Equal(ReportSchedule.Monthly(3, Samples.EightOClock), monthly!.Schedule);
    }

    [Fact]
    public void Recipients_switch_the_mail_on_and_nobody_switches_it_off()
    {
        var on = new ReportChanges { Recipients = ["a@example.com"] }.ApplyTo(Samples.Shown(Samples.Weekly), out _);
        var off = new ReportChanges { Recipients = [] }.ApplyTo(Samples.Shown(Samples.Monthly), out _);

        Assert.Equal((true, 1), (on!.SendEmail, on.Recipients.Count));
        Assert.Equal((false, 0), (off!.SendEmail, off.Recipients.Count));
    }

    [Fact]
    public void What_the_service_does_not_show_must_be_given()
    {
        var bare = new ScheduledReport { CustomerId = Ids.Of(1).ToString(), Name = "Bare" };

        var nothing = new ReportChanges { Name = "New" }.ApplyTo(bare, out var unseen);
        var everything = new ReportChanges
        {
            Enabled = false,
            DayOfWeek = DayOfWeek.Sunday,
            At = TimeSpan.Zero,
            Contents = [Samples.VirusSummary],
            Recipients = [],
        }.ApplyTo(bare, out var none);

        Assert.Null(nothing);
        Assert.Equal(["Content", "Enabled", "DayOfWeek or DayOfMonth", "At", "Recipient"], unseen);
        Assert.Empty(none);
        Assert.Equal("Bare", everything!.Name);
    }

    [Theory]
    [InlineData("\"gids\":[1,2]", "\"gids\":\"1,2\"", "GroupId")]
    [InlineData("\"gids\":[1,2]", "\"gids\":[1,{\"id\":2}]", "GroupId")]
    [InlineData("\"address\":[\"a@b.c\"]", "\"address\":[\"a@b.c\",{}]", "Recipient")]
    [InlineData("{\"tbl_type\":101}", "{\"table\":101}", "Content")]
    public void A_list_of_which_not_all_can_be_read_must_be_given_so_that_nothing_of_it_is_lost(string readable, string unreadable, string setting)
    {
        const string Whole = """{"rtid":1,"type":3,"setting":{"name":"N","enabled":1,"parameter":{"weekday":1,"time":0,"email":1,"gids":[1,2],"address":["a@b.c"],"contents":[{"tbl_type":100},{"tbl_type":101}]}}}""";
        var changes = new ReportChanges { At = TimeSpan.FromHours(9) };

        Assert.NotNull(changes.ApplyTo(Read(Whole), out _));
        Assert.Null(changes.ApplyTo(Read(Whole.Replace(readable, unreadable, StringComparison.Ordinal)), out var unseen));
        Assert.Equal([setting], unseen);
    }

    [Fact]
    public void A_report_whose_name_the_service_does_not_show_needs_one()
    {
        var nameless = Samples.Shown(Samples.Weekly, name: "");

        Assert.Null(new ReportChanges { At = TimeSpan.Zero }.ApplyTo(nameless, out var unseen));
        Assert.Equal(["NewName"], unseen);
        Assert.Equal("New", new ReportChanges { Name = "New" }.ApplyTo(nameless, out _)!.Name);
    }

    [Fact]
    public void A_definition_is_taken_whole()
    {
        var bare = new ScheduledReport { CustomerId = Ids.Of(1).ToString(), Name = "Bare" };

        Assert.Same(Samples.Weekly, ReportChanges.To(Samples.Weekly).ApplyTo(bare, out var unseen));
        Assert.Empty(unseen);
    }

    [Fact]
    public void All_new_values_that_break_a_rule_are_told_and_no_other()
    {
        var failure = Assert.Throws<WfbssException>(
            new ReportChanges { Name = "a:b", Recipients = ["nobody"], GroupIds = [0], DayOfMonth = 32 }.Check);

        Assert.Equal(WfbssErrorKind.InvalidDefinition, failure.Kind);
        Assert.All(["Name", "Recipient", "GroupId", "DayOfMonth"], property => Assert.Contains(property, failure.RecommendedAction, StringComparison.Ordinal));
        Assert.DoesNotContain("Content", failure.Message, StringComparison.Ordinal);
        new ReportChanges { At = TimeSpan.FromHours(3) }.Check();
    }

    [Fact]
    public void A_day_that_short_months_have_not_is_warned_of()
    {
        Assert.Contains("'Monthly' runs on day 31", Assert.Single(new ReportChanges { DayOfMonth = 31 }.Warnings("Monthly")), StringComparison.Ordinal);
        Assert.Empty(new ReportChanges { DayOfMonth = 28 }.Warnings("Monthly"));
    }

    private static ScheduledReport Read(string json) => ScheduledReportJson.Read(Ids.Of(1).ToString(), customerName: null, JsonText.Parse(json));
}
