#if NET
namespace Wfbss.Reports;

/// <summary>The two calls that Microsoft.Bcl.TimeProvider adds where the framework lacks them, under the same names.</summary>
internal static class TimeProviderExtensions
{
    public static Task Delay(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, time, cancellationToken);

    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider time, TimeSpan delay) =>
        new(delay, time);
}
#endif
