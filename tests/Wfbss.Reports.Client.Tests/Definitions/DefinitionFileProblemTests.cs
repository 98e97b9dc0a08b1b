using System.Text;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions.Files;

namespace Wfbss.Reports.Client.Tests.Definitions;

public sealed class DefinitionFileProblemTests
{
    private const string Sound = """
        "name": "x", "schedule": { "weekly": "Monday", "at": "08:00" }, "contents": ["VirusSummary"]
        """;

    [Fact]
    public void Everything_that_is_wrong_with_a_file_is_said_at_once_with_line_and_property()
    {
        var problems = Problems("""
            [
              {
                "name": "a:b",
                "schedule": { "weekly": "monday", "at": "25:00" },
                "contents": [
                  "VirusSumary"
                ],
                "emial": true
              },
              {
                "name": "fine",
                "schedule": { "monthly": 32, "at": "8:00" },
                "contents": [],
                "recipients": [
                  "soc@example.com",
                  "nobody"
                ],
                "groupIds": [1, 1, 0]
              }
            ]
            """);

        Assert.Equal(
            [
                "x.json, line 3, [0].name: The character : is not allowed.",
                "x.json, line 4, [0].schedule.weekly: 'monday' is not a day of the week. Did you mean 'Monday'?",
                "x.json, line 4, [0].schedule.at: '25:00' is not a time of day: 00:00 to 23:59, with seconds to 23:59:59.",
                "x.json, line 6, [0].contents[0]: 'VirusSumary' is not a report content. Did you mean 'VirusSummary'?",
                "x.json, line 8, [0].emial: There is no such property. Did you mean 'email'?",
                "x.json, line 12, [1].schedule.monthly: 32 is not a day of a month: 1 to 31.",
                "x.json, line 13, [1].contents: At least one content is needed.",
                "x.json, line 16, [1].recipients[1]: 'nobody' is not an e-mail address.",
                "x.json, line 18, [1].groupIds[1]: 1 is there twice.",
                "x.json, line 18, [1].groupIds[2]: 0 is not a group ID: group IDs are greater than 0.",
            ],
            problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("{ }", "schedule: A schedule is needed", "name: A name is needed.", "contents: At least one content is needed.")]
    [InlineData("{ \"name\": 1, \"schedule\": [], \"contents\": {} }", "name: It must be text", "schedule: It must be an object.", "contents: It must be a list")]
    [InlineData("{ SOUND, \"name\": \"y\" }", "name: It is there twice.")]
    [InlineData("{ SOUND, \"Enabled\": true }", "Enabled: There is no such property. Did you mean 'enabled'?")]
    [InlineData("{ SOUND, \"nonsense\": 1 }", "nonsense: There is no such property. Use one of: $schema, name,")]
    [InlineData("{ SOUND, \"enabled\": 1 }", "enabled: It must be true or false.")]
    [InlineData("{ SOUND, \"email\": null }", "email: It must be true or false.")]
    [InlineData("{ SOUND, \"email\": true }", "recipients: A report that is e-mailed needs at least one recipient.")]
    [InlineData("{ SOUND, \"groupIds\": [1.5] }", "groupIds[0]: It must be a whole number.")]
    [InlineData("{ SOUND, \"groupIds\": [99999999999] }", "groupIds[0]: It must be a whole number.")]
    [InlineData("{ SOUND, \"recipients\": [null] }", "recipients[0]: It must be text in quotation marks.")]
    [InlineData("{ SOUND, \"contents\": [100] }", "contents: It is there twice.")]
    [InlineData("[{ SOUND }, 5]", "[1]: A definition in braces, or a list")]
    [InlineData("5", "A definition in braces, or a list")]
    public void A_wrong_member_is_named(string text, params string[] expected)
    {
        var problems = Problems(text.Replace("SOUND", Sound.Trim(), StringComparison.Ordinal));

        Assert.Equal(expected.Length, problems.Count);
        Assert.All(problems.Zip(expected), pair => Assert.Contains(pair.Second, pair.First.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"weekly\": \"Monday\", \"monthly\": 1, \"at\": \"08:00\" }", "schedule: It is either weekly or monthly, not both.")]
    [InlineData("{ \"at\": \"08:00\" }", "schedule: Either weekly with a day of the week or monthly")]
    [InlineData("{ \"weekly\": \"Monday\" }", "schedule.at: A time of day such as \"08:00\" is needed.")]
    [InlineData("{ \"weekly\": 1, \"at\": \"08:00\" }", "schedule.weekly: It must be text in quotation marks.")]
    [InlineData("{ \"monthly\": \"5\", \"at\": \"08:00\" }", "schedule.monthly: It must be a whole number.")]
    [InlineData("{ \"monthly\": 5, \"at\": 8 }", "schedule.at: It must be text in quotation marks.")]
    [InlineData("{ \"monthly\": 5, \"at\": \"08:00\", \"day\": 1 }", "schedule.day: There is no such property. Use one of: weekly, monthly, at.")]
    public void A_wrong_schedule_is_named(string schedule, string expected)
    {
        var problem = Assert.Single(Problems($$"""{ "name": "x", "contents": ["VirusSummary"], "schedule": {{schedule}} }"""));

        Assert.Contains(expected, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n  \"name\": \"x\"\n  \"schedule\": 1\n}", 3)]
    [InlineData("{\n  \"name\": \"x\",\n", 3)]
    [InlineData("{}\n{}", 2)]
    [InlineData("{\r\n\r\n  \"name\": \"\\ud800\" }", 3)]
    public void What_is_no_JSON_is_said_with_its_line(string text, int line)
    {
        var problem = Assert.Single(Problems(text));

        Assert.Equal(line, problem.Line);
        Assert.StartsWith("This is not JSON: ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_encodings_than_UTF_8_are_named()
    {
        var sixteen = Assert.Single(DefinitionFile.Parse([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")], "x").Problems);
        var latin = Assert.Single(DefinitionFile.Parse([.. "{\n\""u8, 0xFC, .. "\": 1 }"u8], "x").Problems);

        Assert.Equal("The file is UTF-16. Save it as UTF-8.", sixteen.Message);
        Assert.Equal((2, "The file is not UTF-8. Save it as UTF-8."), (latin.Line, latin.Message));
    }

    [Property(Arbitrary = [typeof(Generators)])]
    public void No_text_makes_the_reader_fail(AnyText text, ValidDefinition definition, ushort at)
    {
        var sound = Encoding.UTF8.GetString(DefinitionFile.Write([definition.Value]));
        var broken = sound.Insert(at % sound.Length, text.Value);

        var content = DefinitionFile.Parse(Encoding.UTF8.GetBytes(broken), "x");

        Assert.True(content.Problems.Count > 0 ^ content.Definitions.Count > 0);
    }

    [Fact]
    public void A_definition_without_file_is_checked_by_the_same_rules()
    {
        var problem = Assert.Single(DefinitionFile.Check(Samples.Weekly with { GroupIds = [0] }));

        Assert.Equal(new DefinitionFileProblem(null, null, "groupIds", "0 is not a group ID: group IDs are greater than 0."), problem);
    }

    private static IReadOnlyList<DefinitionFileProblem> Problems(string text)
    {
        var content = DefinitionFile.Parse(Encoding.UTF8.GetBytes(text), "x.json");
        Assert.Empty(content.Definitions);
        return content.Problems;
    }
}
