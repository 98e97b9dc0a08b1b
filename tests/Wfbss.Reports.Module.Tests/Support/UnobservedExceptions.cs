using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>Exceptions of tasks that nobody waited for, as far as they come from the module.</summary>
internal static class UnobservedExceptions
{
    private static readonly ConcurrentQueue<string> Seen = new();

#pragma warning disable CA2255 // A test assembly is its own application: nothing else could watch from the beginning.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Watch() => TaskScheduler.UnobservedTaskException += (_, unobserved) =>
    {
        var text = unobserved.Exception.ToString();
        if (text.Contains("Wfbss.Reports.", StringComparison.Ordinal))
        {
            Seen.Enqueue(text);
        }
    };

    /// <summary>What has come up so far, after all that is garbage has been looked through.</summary>
    public static IReadOnlyList<string> Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return [.. Seen];
    }
}
