namespace Wfbss.Reports.DesktopRun;

internal static class Check
{
    /// <exception cref="InvalidOperationException">It is not so.</exception>
    public static void That(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"Not as it should be: {otherwise}.");
        }
    }
}
