using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>
/// The part of JSON Schema 2020-12 that this project's schema uses. It fails at a keyword that it does not know, so that
/// the schema cannot come to rely on what is not checked.
/// </summary>
internal sealed class SchemaCheck(JsonObject root)
{
    public bool IsValid(JsonNode? value) => IsValid(root, value);

    private bool IsValid(JsonNode schema, JsonNode? value) =>
        schema is JsonObject keywords
            ? keywords.All(keyword => Holds(keywords, keyword.Key, keyword.Value!, value))
            : schema.GetValue<bool>();

    private bool Holds(JsonObject schema, string keyword, JsonNode rule, JsonNode? value) => keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" or "default" or "then" => true,
        "$ref" => IsValid(Resolve(rule.GetValue<string>()), value),
        "type" => IsOfType(rule.GetValue<string>(), value),
        "const" => JsonNode.DeepEquals(rule, value),
        "enum" => rule.AsArray().Any(item => JsonNode.DeepEquals(item, value)),
        "oneOf" => rule.AsArray().Count(item => IsValid(item!, value)) == 1,
        "if" => !IsValid(rule, value) || IsValid(schema["then"]!, value),
        "pattern" => value.Kind() is not JsonValueKind.String || Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>(), RegexOptions.ECMAScript),
        "maxLength" => value.Kind() is not JsonValueKind.String || value!.GetValue<string>().EnumerateRunes().Count() <= rule.GetValue<int>(),
        "minimum" => value.Kind() is not JsonValueKind.Number || Number(value!) >= Number(rule),
        "maximum" => value.Kind() is not JsonValueKind.Number || Number(value!) <= Number(rule),
        "items" => value is not JsonArray items || items.All(item => IsValid(rule, item)),
        "minItems" => value is not JsonArray items || items.Count >= rule.GetValue<int>(),
        "uniqueItems" => value is not JsonArray items || AreUnique(items),
        "required" => value is not JsonObject members || rule.AsArray().All(name => members.ContainsKey(name!.GetValue<string>())),
        "properties" => value is not JsonObject members || AreValid(rule.AsObject(), members),
        "additionalProperties" => value is not JsonObject members || members.All(member => schema["properties"]![member.Key] is not null),
        _ => throw new NotSupportedException($"The check does not know the keyword {keyword}."),
    };

    private bool AreValid(JsonObject properties, JsonObject members) =>
        members.All(member => properties[member.Key] is not { } schema || IsValid(schema, member.Value));

    private JsonNode Resolve(string pointer) =>
        pointer.Split('/').Skip(1).Aggregate((JsonNode)root, (node, name) => node[name]!);

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "integer" => value.Kind() is JsonValueKind.Number && Number(value!) == decimal.Truncate(Number(value!)),
        "boolean" => value.Kind() is JsonValueKind.True or JsonValueKind.False,
        "string" => value.Kind() is JsonValueKind.String,
        "array" => value.Kind() is JsonValueKind.Array,
        "object" => value.Kind() is JsonValueKind.Object,
        _ => throw new NotSupportedException($"The check does not know the type {type}."),
    };

    private static bool AreUnique(JsonArray items) =>
        Enumerable.Range(0, items.Count).All(i => !items.Take(i).Any(item => JsonNode.DeepEquals(item, items[i])));

    private static decimal Number(JsonNode value) => decimal.Parse(
        value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
}
