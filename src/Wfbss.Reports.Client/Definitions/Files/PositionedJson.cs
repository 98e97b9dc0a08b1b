using System.Text;
using System.Text.Json;

namespace Wfbss.Reports.Definitions.Files;

/// <summary>A value of a JSON file that knows on which line it begins.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">A string's text, or a number as it is written; empty otherwise.</param>
internal sealed record PositionedJson(JsonValueKind Kind, int Line, string Text)
{
    /// <summary>The items of an array.</summary>
    public IReadOnlyList<PositionedJson> Items { get; init; } = [];

    /// <summary>The members of an object as they come, repeated ones too.</summary>
    public IReadOnlyList<PositionedMember> Members { get; init; } = [];
}

/// <summary>A member of an object in a JSON file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">The line of the name, from 1.</param>
/// <param name="Value">Its value.</param>
internal sealed record PositionedMember(string Name, int Line, PositionedJson Value);

/// <summary>
/// Reads a JSON file into values that know their lines, which <see cref="JsonDocument"/> does not. Comments and trailing
/// commas are allowed: people write these files by hand.
/// </summary>
internal ref struct PositionedJsonReader
{
    private const byte LineFeed = (byte)'\n';
    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line = 1;

    private PositionedJsonReader(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
    }

    /// <summary>Reads all of a file.</summary>
    /// <exception cref="JsonException">It is not JSON. <see cref="JsonException.LineNumber"/> counts from 0.</exception>
    public static PositionedJson Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new PositionedJsonReader(utf8);
        reader.Next();
        var root = reader.Value();
        // What comes after the end is an error, and only reading on shows it.
        reader._reader.Read();
        return root;
    }

    private void Next()
    {
        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        foreach (var octet in _utf8.Slice(_counted, start - _counted))
        {
            if (octet == LineFeed)
            {
                _line++;
            }
        }

        _counted = start;
    }

    private PositionedJson Value()
    {
        var line = _line;
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => new(JsonValueKind.Object, line, "") { Members = Members() },
            JsonTokenType.StartArray => new(JsonValueKind.Array, line, "") { Items = Items() },
            JsonTokenType.String => new(JsonValueKind.String, line, Text()),
            JsonTokenType.Number => new(JsonValueKind.Number, line, Encoding.UTF8.GetString(_reader.ValueSpan.ToArray())),
            JsonTokenType.True => new(JsonValueKind.True, line, ""),
            JsonTokenType.False => new(JsonValueKind.False, line, ""),
            _ => new(JsonValueKind.Null, line, ""),
        };
    }

    private List<PositionedMember> Members()
    {
        var members = new List<PositionedMember>();
        for (Next(); _reader.TokenType is not JsonTokenType.EndObject; Next())
        {
            var name = Text();
            var line = _line;
            Next();
            members.Add(new PositionedMember(name, line, Value()));
        }

        return members;
    }

    private List<PositionedJson> Items()
    {
        var items = new List<PositionedJson>();
        for (Next(); _reader.TokenType is not JsonTokenType.EndArray; Next())
        {
            items.Add(Value());
        }

        return items;
    }

    private string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The text holds half of a character pair, which is not text.", null, _line - 1, null, exception);
        }
    }
}
