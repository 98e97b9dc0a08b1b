using System.Globalization;
using System.Text.Json;

namespace Wfbss.Reports.Definitions.Files;

/// <summary>Reads the members of one object of a file, and reports those that are unknown, repeated or of another type.</summary>
internal sealed class MemberReader
{
    private readonly PositionedJson _json;
    private readonly string _path;
    private readonly ProblemList _problems;
    private readonly Dictionary<string, PositionedMember> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    public MemberReader(PositionedJson json, string path, IReadOnlyCollection<string> known, ProblemList problems)
    {
        _json = json;
        _path = path;
        _problems = problems;
        foreach (var member in json.Members)
        {
            if (!known.Contains(member.Name))
            {
                problems.Add(member.Line, PathOf(member.Name), $"There is no such property. {Spelling.Advice(member.Name, known)}");
            }
            else if (_members.ContainsKey(member.Name))
            {
                Report(member.Name, member.Line, "It is there twice.");
            }
            else
            {
                _members[member.Name] = member;
            }
        }
    }

    /// <summary>Whether the member is there.</summary>
    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Whether something about the member was reported, so that no more need be said about it.</summary>
    public bool IsBroken(string name) => _broken.Contains(name);

    /// <summary>The line of the member, or of the object if it is not there.</summary>
    public int LineOf(string name) => _members.TryGetValue(name, out var member) ? member.Line : _json.Line;

    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public void Report(string name, int line, string message)
    {
        _broken.Add(name);
        _problems.Add(line, PathOf(name), message);
    }

    public void Report(string name, string message) => Report(name, LineOf(name), message);

    /// <summary>Reports an item of a member that is a list, on the item's own line.</summary>
    public void ReportItem(string name, int index, string message)
    {
        _broken.Add(name);
        var items = _members[name].Value.Items;
        _problems.Add(items[index].Line, $"{PathOf(name)}[{index.ToString(CultureInfo.InvariantCulture)}]", message);
    }

    /// <summary>A member's object; <see langword="null"/> if it is absent or something else.</summary>
    public PositionedJson? Object(string name) => Value(name, "an object", JsonValueKind.Object);

    /// <summary>A member's text; <see langword="null"/> if it is absent or something else.</summary>
    public string? Text(string name) => Value(name, "text in quotation marks", JsonValueKind.String)?.Text;

    /// <summary>A member's truth value; <see langword="null"/> if it is absent or something else.</summary>
    public bool? Flag(string name) =>
        Value(name, "true or false", JsonValueKind.True, JsonValueKind.False) is { } value ? value.Kind is JsonValueKind.True : null;

    /// <summary>A member's whole number; <see langword="null"/> if it is absent or something else.</summary>
    public int? Number(string name)
    {
        if (Value(name, "a whole number", JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        if (AsNumber(value) is { } number)
        {
            return number;
        }

        Report(name, value.Line, $"{value.Text} is not a whole number that is possible here.");
        return null;
    }

    /// <summary>A member's texts; empty if it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name, JsonValueKind.String, "text in quotation marks", item => item.Text).OfType<string>()];

    /// <summary>A member's whole numbers; empty if it is absent.</summary>
    public IReadOnlyList<int> Numbers(string name) =>
        [.. Items(name, JsonValueKind.Number, "a whole number", AsNumber).OfType<int>()];

    private List<T?> Items<T>(string name, JsonValueKind kind, string what, Func<PositionedJson, T?> read)
    {
        var items = Value(name, "a list in brackets", JsonValueKind.Array)?.Items ?? [];
        var values = new List<T?>();
        for (var i = 0; i < items.Count; i++)
        {
            var value = items[i].Kind == kind ? read(items[i]) : default;
            if (value is null)
            {
                ReportItem(name, i, $"It must be {what}.");
            }
            else
            {
                values.Add(value);
            }
        }

        return values;
    }

    private PositionedJson? Value(string name, string what, params JsonValueKind[] kinds)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            return null;
        }

        if (kinds.Contains(member.Value.Kind))
        {
            return member.Value;
        }

        Report(name, member.Value.Line, $"It must be {what}.");
        return null;
    }

    // 5.0 and 1e1 are whole numbers to JSON Schema, and so they are here.
    private static int? AsNumber(PositionedJson value) =>
        decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= int.MinValue and <= int.MaxValue
        && number == decimal.Truncate(number)
            ? (int)number
            : null;
}

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<DefinitionFileProblem> _problems = [];

    public int Count => _problems.Count;

    /// <summary>The problems, in the order of the lines.</summary>
    public IReadOnlyList<DefinitionFileProblem> InOrder => [.. _problems.OrderBy(problem => problem.Line)];

    public void Add(int line, string property, string message) => _problems.Add(new(file, line, property, message));
}
