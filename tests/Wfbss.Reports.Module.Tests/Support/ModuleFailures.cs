using System.Runtime.CompilerServices;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>Exceptions of tasks that nobody waited for, as far as they come from the module.</summary>
internal static class ModuleFailures
{
    private static readonly UnobservedExceptions Seen = new();

#pragma warning disable CA2255 // A test assembly is its own application: nothing else could watch from the beginning.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Watch() => _ = Seen;

    /// <summary>What has come up so far.</summary>
    public static IReadOnlyList<string> Unobserved() =>
        [.. Seen.Collect().Select(exception => exception.ToString()).Where(text => text.Contains("Wfbss.Reports.", StringComparison.Ordinal))];
}
