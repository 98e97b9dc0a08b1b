using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Client.Tests.Definitions;

public sealed class DefinitionPropertyTests
{
    [Property(MaxTest = 300)]
    public void What_the_specification_allows_is_valid(ValidDefinition definition) =>
        Assert.Empty(DefinitionRules.Violations(definition.Value));

    [Property]
    public Property A_name_with_a_forbidden_character_anywhere_is_refused(ValidName name) => Prop.ForAll(
        (from character in Gen.Elements(DefinitionRules.ForbiddenInNames.ToCharArray())
         from at in Gen.Choose(0, name.Value.Length)
         select name.Value.Insert(at, character.ToString())).ToArbitrary(),
        forbidden => Assert.Contains(
            DefinitionRules.Violations(Samples.Weekly with { Name = forbidden }),
            violation => violation.Property == "Name"));

    [Property]
    public void Any_text_is_either_refused_as_a_name_or_reads_back_the_same(AnyText text)
    {
        var definition = Samples.Weekly with { Name = text.Value };
        var isForbidden = string.IsNullOrWhiteSpace(text.Value) || text.Value.Any(c => char.IsControl(c) || c is '\u202e' or '\ufeff' || DefinitionRules.ForbiddenInNames.Contains(c));

        Assert.Equal(isForbidden, DefinitionRules.Violations(definition).Count > 0);
        Assert.Equal(text.Value, JsonText.Parse(ReportBody.Write(definition)).GetProperty("setting").GetProperty("name").GetString());
    }

    [Property(MaxTest = 300)]
    public void A_body_has_the_values_of_its_definition_and_nothing_more(ValidDefinition valid)
    {
        var definition = valid.Value;
        var body = JsonText.Parse(ReportBody.Write(definition));
        var setting = body.GetProperty("setting");
        var parameter = setting.GetProperty("parameter");

        Assert.Equal(["type", "setting"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["name", "enabled", "parameter"], setting.EnumerateObject().Select(member => member.Name));
        Assert.Equal((int)definition.Schedule.Frequency, body.GetProperty("type").GetInt32());
        Assert.Equal(definition.Name, setting.GetProperty("name").GetString());
        Assert.Equal(definition.Enabled ? 1 : 0, setting.GetProperty("enabled").GetInt32());
        Assert.Equal(definition.SendEmail ? 1 : 0, parameter.GetProperty("email").GetInt32());
        Assert.Equal(definition.Schedule.At, TimeSpan.FromSeconds(parameter.GetProperty("time").GetInt32()));
        Assert.Equal(
            definition.Contents.Select(content => content.Number),
            parameter.GetProperty("contents").EnumerateArray().Select(content => content.GetProperty("tbl_type").GetInt32()));

        string?[] optional =
        [
            definition.GroupIds.Count > 0 ? "gids" : null,
            definition.Recipients.Count > 0 ? "address" : null,
            definition.Schedule.DayOfWeek is null ? null : "weekday",
            definition.Schedule.DayOfMonth is null ? null : "monthday",
        ];
        Assert.Equal(
            [.. optional.OfType<string>(), "email", "time", "contents"],
            parameter.EnumerateObject().Select(member => member.Name));
    }

    [Property(MaxTest = 300)]
    public void What_a_service_shows_of_a_body_is_the_same_as_its_definition(ValidDefinition definition)
    {
        var shown = ScheduledReportJson.Read(Ids.Of(1).ToString(), null, JsonText.Parse(ReportBody.Write(definition.Value)));
        Assert.Empty(DefinitionComparison.Differences(definition.Value, shown));
    }

    [Property]
    public void Definitions_have_the_same_hash_only_if_they_have_the_same_body(ValidDefinition one, ValidDefinition other) =>
        Assert.Equal(
            ReportBody.WriteText(one.Value) == ReportBody.WriteText(other.Value),
            ReportBody.Hash(ReportBody.Write(one.Value)) == ReportBody.Hash(ReportBody.Write(other.Value)));
}
