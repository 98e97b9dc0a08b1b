namespace Wfbss.Reports.Reports.Files;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<DefinitionFileProblem> _problems = [];

    public int Count => _problems.Count;

    /// <summary>The problems, in the order of the lines.</summary>
    public IReadOnlyList<DefinitionFileProblem> InOrder => [.. _problems.OrderBy(problem => problem.Line)];

    public void Add(int line, string property, string message) => _problems.Add(new(file, line, property, message));
}
