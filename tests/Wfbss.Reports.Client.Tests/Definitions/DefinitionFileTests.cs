using System.Text;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions.Files;

namespace Wfbss.Reports.Client.Tests.Definitions;

public sealed class DefinitionFileTests
{
    private const string Weekly = """
        {
          // The one that every customer gets.
          "$schema": "./wfbss-report-definition.schema.json",
          "name": "Weekly security",
          "enabled": true,
          "schedule": { "weekly": "Monday", "at": "08:00" },
          "contents": ["VirusSummary",],
          "recipients": ["soc@example.com"],
          "groupIds": [1],
        }
        """;

    [Fact]
    public void A_file_with_comments_and_trailing_commas_is_read()
    {
        var definition = Assert.Single(Read(Weekly));

        Assert.Equal(
            Samples.Weekly with { SendEmail = true, Recipients = ["soc@example.com"], GroupIds = [1] },
            definition);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\"recipients\": [\"a@b.example\"],", true)]
    [InlineData("\"recipients\": [\"a@b.example\"], \"email\": false,", false)]
    public void A_report_is_emailed_if_there_are_recipients_unless_the_file_says_otherwise(string members, bool isEmailed)
    {
        var definition = Assert.Single(Read($$"""
            { {{members}} "name": "x", "schedule": { "monthly": 31, "at": "23:59:59" }, "contents": ["VirusSummary"] }
            """));

        Assert.Equal(isEmailed, definition.SendEmail);
        Assert.Equal(ReportSchedule.Monthly(31, new TimeSpan(23, 59, 59)), definition.Schedule);
    }

    [Fact]
    public void A_list_of_definitions_is_read_in_its_order()
    {
        var definitions = Read($"[{Weekly.Replace("Weekly security", "One", StringComparison.Ordinal)}, {Weekly}]");

        Assert.Equal(["One", "Weekly security"], definitions.Select(definition => definition.Name));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Weekly)];

        Assert.Empty(DefinitionFile.Parse(bytes, "x").Problems);
    }

    [Property(Arbitrary = [typeof(Generators)])]
    public void What_is_written_is_read_as_the_same(ValidDefinition first, ValidDefinition second)
    {
        foreach (var definitions in new[] { [], [first.Value], new[] { first.Value, second.Value } })
        {
            var content = DefinitionFile.Parse(DefinitionFile.Write(definitions), "x");

            Assert.Empty(content.Problems);
            Assert.Equal(definitions, content.Definitions);
        }
    }

    [Fact]
    public void One_definition_is_written_for_people()
    {
        var text = Encoding.UTF8.GetString(DefinitionFile.Write([Samples.Monthly with { Name = "Zürich & „Süd“" }]));

        Assert.Equal(
            """
            {
              "name": "Zürich & „Süd“",
              "enabled": true,
              "schedule": {
                "monthly": 5,
                "at": "08:00"
              },
              "contents": [
                "VirusSummary",
                "Top5DevicesWithVirusDetections"
              ],
              "recipients": [
                "soc@example.com",
                "noc@example.com"
              ],
              "groupIds": [
                1,
                2
              ]
            }

            """.ReplaceLineEndings(),
            text);
    }

    [Fact]
    public void An_invalid_definition_is_not_written()
    {
        var failure = Assert.Throws<WfbssException>(() => DefinitionFile.Write([Samples.Weekly, Samples.Weekly with { Name = "" }]));

        Assert.Equal(WfbssErrorKind.InvalidDefinition, failure.Kind);
    }

    private static IReadOnlyList<ReportDefinition> Read(string text)
    {
        var content = DefinitionFile.Parse(Encoding.UTF8.GetBytes(text), "x.json");
        Assert.Empty(content.Problems);
        return content.Definitions;
    }
}
