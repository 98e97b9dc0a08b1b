namespace Wfbss.Reports.Reports;

/// <summary>A rule of the specification that a definition breaks.</summary>
/// <param name="Property">The property that it concerns, such as <c>Name</c>.</param>
/// <param name="Message">What is wrong and what is allowed, for a person.</param>
public sealed record DefinitionViolation(string Property, string Message)
{
    /// <summary>Property and message.</summary>
    public override string ToString() => $"{Property}: {Message}";
}
