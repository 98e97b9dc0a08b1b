namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Waits for something that is certain to come, however busy the machine is.</summary>
internal static class SandboxWaits
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        using var deadline = new CancellationTokenSource(GiveUp);
        while (!condition())
        {
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException($"It did not come to this: {what}.");
            }

            await Task.Delay(5);
        }
    }
}
