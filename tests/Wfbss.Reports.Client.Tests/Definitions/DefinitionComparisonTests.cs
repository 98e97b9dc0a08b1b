using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;

namespace Wfbss.Reports.Client.Tests.Definitions;

public sealed class DefinitionComparisonTests
{
    private static readonly ReportDefinition Weekly = Samples.Weekly;
    private static readonly ReportDefinition Monthly = Samples.Monthly;

    public static TheoryData<string, string, string> EachProperty => new()
    {
        { "Name", "Monthly security", "Other" },
        { "Enabled", "True", "False" },
        { "Frequency", "Monthly", "Weekly" },
        { "DayOfMonth", "5", "6" },
        { "At", "08:00:00", "09:00:00" },
        { "SendEmail", "True", "False" },
        { "Recipients", "noc@example.com, soc@example.com", "soc@example.com" },
        { "GroupIds", "1, 2", "1" },
        { "Contents", "Top5DevicesWithVirusDetections, VirusSummary", "VirusSummary" },
    };

    [Fact]
    public void What_is_as_it_should_be_has_no_differences()
    {
        Assert.Empty(Differences(Weekly, Samples.Shown(Weekly)));
        Assert.Empty(Differences(Monthly, Samples.Shown(Monthly)));
    }

    [Theory]
    [MemberData(nameof(EachProperty))]
    public void Each_property_that_differs_is_named_with_both_values(string property, string expected, string actual)
    {
        var difference = Assert.Single(Differences(Monthly, Samples.Shown(With(Monthly, property))));
        Assert.Equal(new PropertyDifference(property, expected, actual), difference);
        Assert.Equal($"{property}: {actual}, not {expected}", difference.ToString());
    }

    [Fact]
    public void The_day_of_a_weekly_report_counts()
    {
        var shown = Samples.Shown(Weekly with { Schedule = ReportSchedule.Weekly(DayOfWeek.Friday, Samples.EightOClock) });
        Assert.Equal([new PropertyDifference("DayOfWeek", "Monday", "Friday")], Differences(Weekly, shown));
    }

    [Fact]
    public void What_the_service_does_not_show_does_not_count()
    {
        var silent = new ScheduledReport { CustomerId = "", Name = Monthly.Name };
        Assert.Empty(Differences(Monthly, silent));
        Assert.Empty(Differences(Weekly with { Name = Monthly.Name }, silent));
    }

    [Fact]
    public void A_day_of_the_other_frequency_that_the_service_shows_all_the_same_does_not_count()
    {
        var monthly = Samples.Shown(Monthly with { Schedule = Monthly.Schedule with { DayOfWeek = DayOfWeek.Sunday } });
        var weekly = Samples.Shown(Weekly with { Schedule = Weekly.Schedule with { DayOfMonth = 0 } });
        Assert.Empty(Differences(Monthly, monthly));
        Assert.Empty(Differences(Weekly, weekly));
    }

    [Fact]
    public void Neither_order_nor_repeats_nor_the_case_of_addresses_count()
    {
        var shown = Samples.Shown(Monthly with
        {
            Recipients = ["NOC@example.com", "Soc@Example.COM", "noc@example.com"],
            GroupIds = [2, 1, 2],
            Contents = [ReportContent.FromNumber(101), Samples.VirusSummary],
        });
        Assert.Empty(Differences(Monthly, shown));
    }

    [Fact]
    public void The_case_of_a_name_counts() =>
        Assert.Equal("Name", Assert.Single(Differences(Weekly, Samples.Shown(Weekly with { Name = "weekly security" }))).Property);

    [Fact]
    public void No_groups_are_all_devices()
    {
        Assert.Equal(
            [new PropertyDifference("GroupIds", "1, 2", "all devices")],
            Differences(Monthly, Samples.Shown(Monthly with { GroupIds = [] })));
        Assert.Equal(
            [new PropertyDifference("GroupIds", "all devices", "1, 2")],
            Differences(Monthly with { GroupIds = [] }, Samples.Shown(Monthly)));
    }

    [Fact]
    public void Recipients_that_are_shown_as_nobody_count()
    {
        Assert.Equal("Recipients", Assert.Single(Differences(Monthly, Samples.Shown(Monthly with { Recipients = [] }))).Property);
        Assert.Equal("Recipients", Assert.Single(Differences(Monthly with { Recipients = [] }, Samples.Shown(Monthly))).Property);
    }

    [Fact]
    public void Everything_that_differs_is_listed_and_of_another_frequency_the_day_is_not()
    {
        var all = EachProperty.Select(row => row.Data.Item1).ToArray();
        var other = all.Aggregate(Monthly, With);
        Assert.Equal(all.Where(property => property != "DayOfMonth"), Differences(Monthly, Samples.Shown(other)).Select(difference => difference.Property));
    }

    private static IReadOnlyList<PropertyDifference> Differences(ReportDefinition definition, ScheduledReport report) =>
        DefinitionComparison.Differences(definition, report);

    private static ReportDefinition With(ReportDefinition definition, string property) => property switch
    {
        "Name" => definition with { Name = "Other" },
        "Enabled" => definition with { Enabled = false },
        "Frequency" => definition with { Schedule = definition.Schedule with { Frequency = ReportFrequency.Weekly } },
        "DayOfMonth" => definition with { Schedule = definition.Schedule with { DayOfMonth = 6 } },
        "At" => definition with { Schedule = definition.Schedule with { At = TimeSpan.FromHours(9) } },
        "SendEmail" => definition with { SendEmail = false },
        "Recipients" => definition with { Recipients = ["soc@example.com"] },
        "GroupIds" => definition with { GroupIds = [1] },
        "Contents" => definition with { Contents = [Samples.VirusSummary] },
        _ => throw new ArgumentException(property, nameof(property)),
    };
}
