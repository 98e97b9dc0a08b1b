namespace Wfbss.Reports.Reports;

/// <summary>A property in which a report is not what its definition says.</summary>
/// <param name="Property">The property, such as <c>At</c>.</param>
/// <param name="Expected">What the definition says.</param>
/// <param name="Actual">What the service shows.</param>
public sealed record PropertyDifference(string Property, string Expected, string Actual)
{
    /// <summary>For a person: <c>At: 09:00, not 08:00</c>.</summary>
    public override string ToString() => $"{Property}: {Actual}, not {Expected}";
}
