namespace Wfbss.Reports.Reports.Files;

/// <summary>What is in a file of definitions.</summary>
/// <param name="Definitions">The definitions; none unless all of the file is right.</param>
/// <param name="Problems">Everything that is wrong with the file.</param>
public sealed record DefinitionFileContent(
    IReadOnlyList<ReportDefinition> Definitions,
    IReadOnlyList<DefinitionFileProblem> Problems);
