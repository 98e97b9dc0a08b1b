using System.Text.Json;

namespace Wfbss.Reports.Sandbox;

/// <summary>A value of a request body that knows its path, so that every complaint can name it.</summary>
internal readonly struct BodyMember(JsonElement value, string path)
{
    private bool IsMissing => value.ValueKind == JsonValueKind.Undefined;

    public bool Has(string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _);

    public BodyMember Member(string name)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("must be an object");
        }

        var memberPath = path.Length == 0 ? name : $"{path}.{name}";
        return value.TryGetProperty(name, out var member) ? new BodyMember(member, memberPath) : new BodyMember(default, memberPath);
    }

    public int Integer(int from, int to) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= from && number <= to
            ? number
            : throw Wrong(to == int.MaxValue ? $"must be an integer of at least {from}" : $"must be an integer from {from} to {to}");

    public bool Flag() => Integer(0, 1) == 1;

    public string Text() => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong("must be text");

    public IEnumerable<BodyMember> Items()
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("must be an array");
        }

        var items = new List<BodyMember>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            items.Add(new BodyMember(item, $"{path}[{items.Count}]"));
        }

        return items;
    }

    public IEnumerable<BodyMember> OptionalItems(string name) => Has(name) ? Member(name).Items() : [];

    public FormatException Wrong(string rule) =>
        new(IsMissing ? $"{path} is missing; it {rule}." : $"{(path.Length == 0 ? "The body" : path)} {rule}.");
}
