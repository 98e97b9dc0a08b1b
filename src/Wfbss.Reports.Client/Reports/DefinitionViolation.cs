namespace Wfbss.Reports.Reports;

/// <summary>A rule of the specification that a definition breaks.</summary>
/// <param name="Property">The property that it concerns, such as <c>Name</c>.</param>
/// <param name="Message">What is wrong and what is allowed, for a person.</param>
/// <param name="Index">Which item of the property it concerns, from 0; <see langword="null"/> if all of it.</param>
public sealed record DefinitionViolation(string Property, string Message, int? Index = null)
{
    /// <summary>Property and message.</summary>
    public override string ToString() => $"{Property}: {Message}";
}
