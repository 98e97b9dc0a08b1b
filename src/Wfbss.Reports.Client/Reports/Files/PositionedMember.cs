namespace Wfbss.Reports.Reports.Files;

/// <summary>A member of an object in a JSON file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">The line of the name, from 1.</param>
/// <param name="Value">Its value.</param>
internal sealed record PositionedMember(string Name, int Line, PositionedJson Value);
