using System.Collections.Frozen;

namespace Wfbss.Reports.Sandbox;

/// <summary>The contents a report can have.</summary>
internal static class ReportContents
{
    /// <summary>All numbers of the specification's table, in its order.</summary>
    public static IReadOnlyList<int> Numbers { get; } =
        [100, 101, 102, 200, 201, 202, 300, 301, 400, 500, 501, 600, 601, 700, 701];

    private static FrozenSet<int> Known { get; } = Numbers.ToFrozenSet();

    public static bool IsKnown(int number) => Known.Contains(number);
}
