namespace Wfbss.Reports.DesktopRun;

/// <summary>Watches for tasks whose failure nobody looked at.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly List<Exception> _seen = [];

    public UnobservedExceptions() => TaskScheduler.UnobservedTaskException += OnUnobserved;

    public void Check()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        lock (_seen)
        {
            if (_seen.Count > 0)
            {
                throw new AggregateException("Tasks failed and nobody looked.", _seen);
            }
        }
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= OnUnobserved;

    private void OnUnobserved(object sender, UnobservedTaskExceptionEventArgs failure)
    {
        lock (_seen)
        {
            _seen.Add(failure.Exception);
        }
    }
}
