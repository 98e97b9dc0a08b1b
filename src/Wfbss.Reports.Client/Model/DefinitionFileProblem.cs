using System.Globalization;

namespace Wfbss.Reports;

/// <summary>Something that is wrong in a file of definitions, or in a definition that is in no file.</summary>
/// <param name="File">The file; <see langword="null"/> for a definition that is in none.</param>
/// <param name="Line">The line, from 1; <see langword="null"/> for a definition that is in no file.</param>
/// <param name="Property">The property, such as <c>schedule.at</c> or <c>[1].recipients[0]</c>; empty for the file itself.</param>
/// <param name="Message">What is wrong and what is allowed, for a person.</param>
public sealed record DefinitionFileProblem(string? File, int? Line, string Property, string Message)
{
    /// <summary>For a person: <c>weekly.json, line 4, schedule.at: ...</c>.</summary>
    public override string ToString()
    {
        var line = Line is { } number ? "line " + number.ToString(CultureInfo.InvariantCulture) : null;
        var place = string.Join(", ", new[] { File, line, Property }.Where(part => !string.IsNullOrEmpty(part)));
        return $"{place}: {Message}";
    }
}
