using System.Management.Automation;
using Wfbss.Reports.PowerShell.Errors;

// Here alone may a thread wait for a task: the pipeline thread has to, and has written by then what the task had to say.
#pragma warning disable RS0030

namespace Wfbss.Reports.PowerShell.Engine;

/// <summary>
/// The base of every cmdlet: the one place where asynchronous work meets the pipeline thread. While that thread waits,
/// it writes what the work has to say; when the pipeline stops, the work is cancelled and waited for.
/// </summary>
public abstract class WfbssCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CommandLog _log = new();

    private protected CommandLog Log => _log;

    /// <summary>Is cancelled when the pipeline stops.</summary>
    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Ends what the cmdlet still has under way. The engine calls it however the pipeline ended.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins; failures of the service become terminating errors.</summary>
    protected sealed override void BeginProcessing()
    {
        _log.IsDebugOn = IsDebugOn();
        Guarded(Begin);
    }

    /// <summary>Takes one input; failures of the service become terminating errors.</summary>
    protected sealed override void ProcessRecord() => Guarded(Process);

    /// <summary>Ends; failures of the service become terminating errors.</summary>
    protected sealed override void EndProcessing() => Guarded(End);

    /// <summary>Cancels what is under way. The engine calls it on another thread, for Ctrl+C.</summary>
    protected sealed override void StopProcessing() => Cancel();

    private protected virtual void Begin()
    {
    }

    private protected virtual void Process()
    {
    }

    private protected virtual void End()
    {
    }

    private protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        Cancel();
        _log.Dispose();
        _stop.Dispose();
    }

    /// <summary>Waits for work on the pipeline thread, and writes meanwhile what it says.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> work)
    {
        var task = work(StopToken);
        Await(task);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for work on the pipeline thread, and writes meanwhile what it says.</summary>
    private protected void Await(Func<CancellationToken, Task> work) => Await(work(StopToken));

    /// <summary>Waits for work on the pipeline thread, and writes meanwhile what it says.</summary>
    internal void Await(Task task)
    {
        try
        {
            if (!task.IsCompleted)
            {
                _ = task.ContinueWith(_ => _log.Wake(), TaskScheduler.Default);
            }

            while (!task.IsCompleted)
            {
                _log.Something.WaitOne();
                WriteMessages();
                OnWaiting();
            }

            WriteMessages();
        }
        catch
        {
            // A stream refused to be written to (downstream stopped, -WarningAction Stop): nothing is left behind.
            Cancel();
            WaitQuietly(task);
            throw;
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>Called on the pipeline thread while it waits, now and then.</summary>
    private protected virtual void OnWaiting()
    {
    }

    /// <summary>Writes items as they come; when downstream wants no more, no more are asked for.</summary>
    private protected void WriteAll<T>(IAsyncEnumerable<T> items) => WriteAll(items, item => WriteObject(item));

    /// <summary>Hands on items as they come; when downstream wants no more, no more are asked for.</summary>
    private protected void WriteAll<T>(IAsyncEnumerable<T> items, Action<T> write)
    {
        var enumerator = items.GetAsyncEnumerator(StopToken);
        try
        {
            while (true)
            {
                var next = enumerator.MoveNextAsync();
                var task = next.IsCompleted ? null : next.AsTask();
                if (task is not null)
                {
                    Await(task);
                }
                // What came at once was not awaited, but may have something to say all the same.
                else
                {
                    WriteMessages();
                }

                if (!(task is null ? next.Result : task.GetAwaiter().GetResult()))
                {
                    break;
                }

                write(enumerator.Current);
            }
        }
        finally
        {
            WaitQuietly(enumerator.DisposeAsync().AsTask());
        }
    }

    /// <summary>Writes what other threads had to say.</summary>
    internal void WriteMessages()
    {
        while (_log.TryTake(out var message))
        {
            switch (message!.Stream)
            {
                case LogStream.Verbose:
                    WriteVerbose(message.Text);
                    break;
                case LogStream.Debug:
                    WriteDebug(message.Text);
                    break;
                default:
                    WriteWarning(message.Text);
                    break;
            }
        }
    }

    /// <summary>Whether a failure ends the script, and not only the statement.</summary>
    private protected virtual bool EndsScript => false;

    /// <summary>
    /// Ends the command with an error. A terminating error of a cmdlet ends only its statement: the script goes on, and
    /// its process exits with 0, unless $ErrorActionPreference is Stop. Where the script is to fail, this is a throw of the
    /// script's own.
    /// </summary>
    internal void Fail(ErrorRecord error)
    {
        if (!EndsScript)
        {
            ThrowTerminatingError(error);
        }
        // What the engine adds to a terminating error, but not to a throw.
        var id = $"{error.FullyQualifiedErrorId},{GetType().FullName}";
        var thrown = new ErrorRecord(error.Exception, id, error.CategoryInfo.Category, error.TargetObject) { ErrorDetails = error.ErrorDetails };
        thrown.CategoryInfo.Activity = MyInvocation.MyCommand.Name;
        throw new RuntimeException(error.ToString(), error.Exception, thrown) { WasThrownFromThrowStatement = true };
    }

    internal static void WaitQuietly(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            // Whoever waits quietly is on the way out with an exception that matters more.
        }
    }

    private bool IsDebugOn() =>
        MyInvocation.BoundParameters.TryGetValue("Debug", out var given)
            ? LanguagePrimitives.IsTrue(given)
            : GetVariableValue("DebugPreference")?.ToString() is not ("SilentlyContinue" or "Ignore");

    private void Guarded(Action step)
    {
        try
        {
            step();
        }
        catch (WfbssException failure)
        {
            WriteMessages();
            Fail(ErrorRecords.For(failure));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Cancel()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Ctrl+C came after the end.
        }
    }
}
