using System.Text.Json;

namespace Wfbss.Reports.Reports.Files;

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
