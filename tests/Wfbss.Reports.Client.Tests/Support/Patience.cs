namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>A bound for what is about to happen: it turns a test that would hang for ever into one that fails.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Task Soon(this Task task) => task.WaitAsync(Limit);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Limit);
}
