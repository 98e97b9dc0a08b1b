using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;

namespace Wfbss.Reports.Client.Tests.Definitions;

/// <summary>Each rule of the specification's tables.</summary>
public sealed class DefinitionRulesTests
{
    private static readonly ReportDefinition Weekly = Samples.Weekly;
    private static readonly ReportDefinition Monthly = Samples.Monthly;

    public static TheoryData<char> EachForbiddenCharacter => [.. DefinitionRules.ForbiddenInNames];

    public static TheoryData<int> EachContent => [.. ReportContent.All.Select(content => content.Number)];

    [Fact]
    public void The_samples_are_valid()
    {
        AssertValid(Weekly);
        AssertValid(Monthly);
    }

    [Fact]
    public void The_forbidden_characters_are_those_of_the_specification_without_its_slip() =>
        Assert.Equal([.. DefinitionRules.ForbiddenInNames, '1'], Specification.ForbiddenInNames);

    [Theory]
    [MemberData(nameof(EachForbiddenCharacter))]
    public void A_name_has_none_of_the_forbidden_characters(char character)
    {
        foreach (var name in new[] { $"{character}", $"{character}a", $"a{character}", $"a{character}b{character}c" })
        {
            var violation = AssertOne(Weekly with { Name = name }, "Name");
            Assert.Contains($" {character} ", violation.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData('\t')]
    [InlineData('\n')]
    [InlineData('\0')]
    [InlineData('\u001b')]
    [InlineData('\u007f')]
    [InlineData('\u0085')]
    public void A_name_has_no_control_characters_and_the_message_has_none_either(char character)
    {
        var violation = AssertOne(Weekly with { Name = $"a{character}b" }, "Name");
        Assert.Contains($"U+{(int)character:X4}", violation.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(violation.Message, char.IsControl);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData("\u00a0\u3000")]
    public void A_name_is_not_blank(string name) => AssertOne(Weekly with { Name = name }, "Name");

    [Theory]
    [InlineData("1")]
    [InlineData("Report 1 of 11")]
    [InlineData("weekly_report")]
    [InlineData("Müller & Söhne (100 %) – 週次レポート 😀 'x' {y} [z] #+=~^`@!$,.")]
    public void Digits_and_every_other_character_are_allowed(string name) => AssertValid(Weekly with { Name = name });

    [Fact]
    public void Half_of_a_character_is_no_text()
    {
        foreach (var half in new[] { "\ud83d", "a\ud83d b", "a\ude00", "\ude00\ud83d" })
        {
            AssertOne(Weekly with { Name = half }, "Name");
            AssertOne(Weekly with { Recipients = [$"{half.Trim('a', ' ', 'b')}@example.com"] }, "Recipient");
        }
    }

    [Fact]
    public void Each_forbidden_character_is_named_once() =>
        Assert.Equal(3, DefinitionRules.Violations(Weekly with { Name = "a/b/c:d\0e/f" }).Count);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(28_800)]
    [InlineData(86_399)]
    public void A_time_is_any_second_of_the_day(int seconds) => AssertValid(At(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(-1)]
    [InlineData(-86_400)]
    [InlineData(86_400)]
    [InlineData(int.MaxValue)]
    public void A_time_beyond_the_day_is_refused(int seconds) => AssertOne(At(TimeSpan.FromSeconds(seconds)), "At");

    [Theory]
    [InlineData(1)]
    [InlineData(TimeSpan.TicksPerSecond - 1)]
    [InlineData((86_399 * TimeSpan.TicksPerSecond) + 1)]
    [InlineData(-1)]
    public void A_time_is_of_whole_seconds(long ticks) => AssertOne(At(TimeSpan.FromTicks(ticks)), "At");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_weekly_report_runs_on_any_day_of_the_week(int day) =>
        AssertValid(Weekly with { Schedule = ReportSchedule.Weekly((DayOfWeek)day, Samples.EightOClock) });

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public void A_day_of_the_week_that_does_not_exist_is_refused(int day) =>
        AssertOne(Weekly with { Schedule = ReportSchedule.Weekly((DayOfWeek)day, Samples.EightOClock) }, "DayOfWeek");

    [Theory]
    [InlineData(1)]
    [InlineData(28)]
    [InlineData(31)]
    public void A_monthly_report_runs_on_days_1_to_31(int day) =>
        AssertValid(Monthly with { Schedule = ReportSchedule.Monthly(day, Samples.EightOClock) });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(32)]
    public void A_day_that_no_month_has_is_refused(int day) =>
        AssertOne(Monthly with { Schedule = ReportSchedule.Monthly(day, Samples.EightOClock) }, "DayOfMonth");

    [Fact]
    public void Each_frequency_needs_its_day_and_has_not_the_other()
    {
        AssertProperties(Schedule(ReportFrequency.Weekly, null, null), "DayOfWeek");
        AssertProperties(Schedule(ReportFrequency.Monthly, null, null), "DayOfMonth");
        AssertProperties(Schedule(ReportFrequency.Weekly, DayOfWeek.Monday, 5), "DayOfMonth");
        AssertProperties(Schedule(ReportFrequency.Monthly, DayOfWeek.Monday, 5), "DayOfWeek");
        AssertProperties(Schedule(ReportFrequency.Weekly, null, 5), "DayOfWeek", "DayOfMonth");
        AssertProperties(Schedule(ReportFrequency.Monthly, DayOfWeek.Monday, null), "DayOfMonth", "DayOfWeek");
        AssertProperties(Schedule(ReportFrequency.Weekly, (DayOfWeek)9, 99), "DayOfWeek", "DayOfMonth");
        AssertProperties(Schedule(ReportFrequency.Monthly, (DayOfWeek)9, 99), "DayOfMonth", "DayOfWeek");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void A_frequency_that_does_not_exist_is_refused(int frequency) =>
        AssertProperties(Schedule((ReportFrequency)frequency, DayOfWeek.Monday, null), "Schedule");

    [Fact]
    public void A_schedule_is_needed() => AssertOne(Weekly with { Schedule = null! }, "Schedule");

    [Fact]
    public void A_content_is_needed() => AssertOne(Weekly with { Contents = [] }, "Content");

    [Theory]
    [MemberData(nameof(EachContent))]
    public void Each_content_of_the_specification_is_allowed(int number) =>
        AssertValid(Weekly with { Contents = [ReportContent.FromNumber(number)] });

    [Fact]
    public void All_contents_together_are_allowed() => AssertValid(Weekly with { Contents = ReportContent.All });

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    [InlineData(99)]
    [InlineData(103)]
    [InlineData(702)]
    public void A_content_that_the_specification_does_not_list_is_refused(int number)
    {
        var violation = AssertOne(Weekly with { Contents = [Samples.VirusSummary, ReportContent.FromNumber(number)] }, "Content");
        Assert.StartsWith($"{number} ", violation.Message, StringComparison.Ordinal);
        Assert.Contains("701", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_content_that_is_there_twice_is_refused() =>
        AssertOne(Weekly with { Contents = [Samples.VirusSummary, ReportContent.FromNumber(101), Samples.VirusSummary] }, "Content");

    [Fact]
    public void A_report_that_is_e_mailed_needs_somebody_to_get_it()
    {
        AssertOne(Weekly with { SendEmail = true }, "Recipient");
        AssertValid(Weekly with { SendEmail = true, Recipients = ["soc@example.com"] });
        AssertValid(Weekly with { SendEmail = false, Recipients = ["soc@example.com"] });
    }

    [Fact]
    public void Each_recipient_that_is_none_is_named() =>
        Assert.Equal(
            ["'soc' is not an e-mail address.", "'' is not an e-mail address."],
            DefinitionRules.Violations(Weekly with { Recipients = ["soc", "soc@example.com", ""] }).Select(v => v.Message));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_group_is_greater_than_nothing(int id) => AssertOne(Monthly with { GroupIds = [1, id] }, "GroupId");

    [Fact]
    public void A_group_that_is_there_twice_is_refused() => AssertOne(Monthly with { GroupIds = [1, 2, 1] }, "GroupId");

    [Fact]
    public void Every_rule_that_is_broken_is_listed_at_once_with_its_property()
    {
        var definition = new ReportDefinition
        {
            Name = "a/b\0",
            Schedule = ReportSchedule.Monthly(32, TimeSpan.FromDays(1)),
            Contents = [ReportContent.FromNumber(1)],
            SendEmail = true,
            Recipients = ["nobody"],
            GroupIds = [0],
        };

        var violations = DefinitionRules.Violations(definition);
        Assert.Equal(["Name", "Name", "At", "DayOfMonth", "Content", "Recipient", "GroupId"], violations.Select(v => v.Property));

        var failure = Assert.Throws<WfbssException>(() => DefinitionRules.Check(definition));
        Assert.Equal(WfbssErrorKind.InvalidDefinition, failure.Kind);
        Assert.All(violations, violation => Assert.Contains($"{violation}", failure.Message, StringComparison.Ordinal));
        Assert.Contains("Correct Name, At, DayOfMonth, Content, Recipient, GroupId ", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(28, false)]
    [InlineData(29, true)]
    [InlineData(30, true)]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void A_day_that_shorter_months_skip_is_worth_a_warning(int day, bool isWorthIt)
    {
        var warnings = DefinitionRules.Warnings(Monthly with { Schedule = ReportSchedule.Monthly(day, Samples.EightOClock) });
        Assert.Equal(isWorthIt, warnings.Count == 1);
        Assert.All(warnings, warning => Assert.Contains($"day {day}", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void A_weekly_report_is_worth_no_warning() => Assert.Empty(DefinitionRules.Warnings(Weekly));

    private static ReportDefinition At(TimeSpan time) => Weekly with { Schedule = Weekly.Schedule with { At = time } };

    private static ReportDefinition Schedule(ReportFrequency frequency, DayOfWeek? dayOfWeek, int? dayOfMonth) =>
        Weekly with { Schedule = new ReportSchedule(frequency, dayOfWeek, dayOfMonth, Samples.EightOClock) };

    private static void AssertValid(ReportDefinition definition)
    {
        Assert.Empty(DefinitionRules.Violations(definition));
        DefinitionRules.Check(definition);
    }

    private static DefinitionViolation AssertOne(ReportDefinition definition, string property)
    {
        var violation = Assert.Single(DefinitionRules.Violations(definition));
        Assert.Equal(property, violation.Property);
        Assert.NotEmpty(violation.Message);
        return violation;
    }

    private static void AssertProperties(ReportDefinition definition, params string[] properties) =>
        Assert.Equal(properties, DefinitionRules.Violations(definition).Select(violation => violation.Property));
}
