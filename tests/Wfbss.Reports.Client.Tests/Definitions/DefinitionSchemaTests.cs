using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Json.Schema;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Definitions.Files;

namespace Wfbss.Reports.Client.Tests.Definitions;

/// <summary>The schema that ships in the module says what the code reads, so that editors and the module agree.</summary>
public sealed class DefinitionSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(Specification.Resource("wfbss-report-definition.schema.json"))!.AsObject();
    private static readonly JsonSchema Check = JsonSchema.FromText(Schema.ToJsonString());
    private static readonly JsonNode Definition = Schema["$defs"]!["definition"]!;
    private static readonly JsonNode Schedule = Schema["$defs"]!["schedule"]!;

    /// <summary>Values that stand in the place of a member or an item of a sound file, right and wrong ones.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "5", "5.0", "1e1", "31", "32", "1.5", "-1", "2147483647", "2147483648",
        "\"\"", "\" \"", "\"x\"", "\"a:b\"", "\"a\\u0085\"", "\"a\\tb\"", "\"VirusSummary\"", "\"virussummary\"", "\"100\"",
        "\"Monday\"", "\"monday\"", "\"1\"", "\"08:00\"", "\"8:00\"", "\"08:00:30\"", "\"24:00\"", "\"08:60\"", "\"8\"",
        "\"1.08:00\"", "\"a@b.example\"", "\"nobody\"", "\"a@b\"", "[]", "[1]", "[1, 1]", "[1, 2.0]", "[\"a@b.example\"]",
        "[\"VirusSummary\"]", "[\"VirusSummary\", \"VirusSummary\"]", "[null]", "{}",
        "{ \"weekly\": \"Sunday\", \"at\": \"00:00\" }", "{ \"monthly\": 1, \"weekly\": \"Sunday\", \"at\": \"00:00\" }",
        "{ \"monthly\": 1 }", "{ \"at\": \"00:00\" }",
    ];

    private static readonly string[] Members =
        [.. DefinitionMember.OfDefinition, "schedule.weekly", "schedule.monthly", "schedule.at", "schedule.other", "other"];

    [Fact]
    public void It_uses_only_keywords_of_its_draft()
    {
        // What is no keyword, such as one that is misspelt, would be ignored.
        Assert.Empty(Keywords(Check).OfType<UnrecognizedKeyword>().Select(keyword => keyword.Name));
        Assert.True(MetaSchemas.Draft202012.Evaluate(Schema).IsValid);
    }

    [Fact]
    public void It_has_the_members_of_the_code()
    {
        Assert.Equal(DefinitionMember.OfDefinition, NamesOf(Definition["properties"]!));
        Assert.Equal(DefinitionMember.OfSchedule, NamesOf(Schedule["properties"]!));
        Assert.Equal(DefinitionMember.Required, Definition["required"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Fact]
    public void It_has_the_contents_with_their_titles()
    {
        var contents = Schema["$defs"]!["content"]!["oneOf"]!.AsArray();

        Assert.Equal(
            ReportContent.All.Select(content => (content.Name, content.Title)),
            contents.Select(entry => (entry!["const"]!.GetValue<string>(), entry["description"]!.GetValue<string>())));
    }

    [Fact]
    public void It_has_the_days_of_the_week()
    {
        var days = Schedule["properties"]!["weekly"]!["enum"]!.AsArray();

        Assert.Equal(Enum.GetNames<DayOfWeek>(), days.Select(day => day!.GetValue<string>()));
    }

    [Fact]
    public void It_describes_every_member()
    {
        var members = Definition["properties"]!.AsObject().Concat(Schedule["properties"]!.AsObject());

        Assert.All(members, member => Assert.NotNull((member.Value!["description"] ?? Resolve(member.Value)["description"])?.GetValue<string>()));
    }

    [Property(Arbitrary = [typeof(Generators)])]
    public void It_accepts_what_is_written(ValidDefinition first, ValidDefinition second)
    {
        foreach (var definitions in new[] { [first.Value], new[] { first.Value, second.Value } })
        {
            var file = JsonNode.Parse(DefinitionFile.Write(definitions));

            Assert.True(Check.Evaluate(file).IsValid, file!.ToJsonString());
        }
    }

    [Fact]
    public void It_accepts_exactly_what_is_read()
    {
        var disagreements =
            from member in Members
            from value in Values
            let file = With(member, JsonNode.Parse(value))
            let isRead = DefinitionFile.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()), "x").Problems.Count == 0
            where isRead != Check.Evaluate(file).IsValid
            select $"{member} = {value}: {(isRead ? "read, but the schema refuses it" : "refused, but the schema accepts it")}";

        Assert.Empty(disagreements);
    }

    [Fact]
    public void It_requires_what_the_code_requires()
    {
        foreach (var member in DefinitionMember.OfDefinition)
        {
            var file = Sound();
            file.Remove(member);

            Assert.Equal(DefinitionFile.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()), "x").Problems.Count == 0, Check.Evaluate(file).IsValid);
        }
    }

    private static JsonObject With(string member, JsonNode? value)
    {
        var file = Sound();
        var path = member.Split('.');
        if (path.Length == 1)
        {
            file[path[0]] = value;
        }
        else
        {
            file[path[0]]![path[1]] = value;
        }

        return file;
    }

    private static JsonObject Sound() => new()
    {
        ["name"] = "x",
        ["schedule"] = new JsonObject { ["monthly"] = 5, ["at"] = "08:00" },
        ["contents"] = new JsonArray("VirusSummary"),
        ["email"] = true,
        ["recipients"] = new JsonArray("a@b.example"),
    };

    private static IEnumerable<IJsonSchemaKeyword> Keywords(JsonSchema schema) =>
        (schema.Keywords ?? []).SelectMany(keyword => SubschemasOf(keyword).SelectMany(Keywords).Prepend(keyword));

    private static IEnumerable<JsonSchema> SubschemasOf(IJsonSchemaKeyword keyword) => keyword switch
    {
        ISchemaContainer one => [one.Schema],
        ISchemaCollector several => several.Schemas,
        IKeyedSchemaCollector named => named.Schemas.Values,
        _ => [],
    };

    private static JsonNode Resolve(JsonNode member) => Schema["$defs"]![member["$ref"]!.GetValue<string>().Split('/')[^1]]!;

    private static IEnumerable<string> NamesOf(JsonNode properties) => properties.AsObject().Select(property => property.Key);
}
