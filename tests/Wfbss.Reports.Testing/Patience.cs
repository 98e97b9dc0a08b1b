using System.Runtime.CompilerServices;

namespace Wfbss.Reports.Testing;

/// <summary>
/// Waits for what is certain to come, however busy the machine is. A bound turns a test that would hang for ever into one
/// that fails.
/// </summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task Soon(this Task task) => task.WaitAsync(Limit);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Limit);

    /// <summary>Waits for something that tells nobody when it happens.</summary>
    public static async Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        using var deadline = new CancellationTokenSource(Limit);
        while (!condition())
        {
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException($"It did not come to this: {what}.");
            }

            await Task.Delay(1);
        }
    }
}
