using System.Management.Automation;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Files;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// Drives a run from the pipeline thread, for every cmdlet that writes: items in, results out as they are ready, progress
/// meanwhile, and the summary at the end.
/// </summary>
/// <param name="command">The cmdlet, which writes what comes out.</param>
/// <param name="run">The run, which the driver disposes of.</param>
/// <param name="unit">What has an outcome each: customers, or reports.</param>
/// <param name="expected">How many outcomes there will be, where that is known.</param>
/// <param name="present">Makes of each result what is written; <see langword="null"/> writes it as it is.</param>
internal sealed class RunDriver(
    WfbssCommand command,
    WriteRun run,
    string unit,
    int? expected,
    Func<ScheduledReportResult, ScheduledReportResult>? present = null) : IDisposable
{
    private readonly RunTally _tally = new();
    private readonly RunProgress _progress = new(command, command.MyInvocation.MyCommand.Name, unit, expected);

    // Otherwise Ctrl+C would wait for the replies that are under way, however long the service takes.
    private readonly CancellationTokenRegistration _cancelling = command.StopToken.Register(run.Cancel);

    public WriteRun Run => run;

    public RunTally Tally => _tally;

    /// <summary>The options of a run that a cmdlet's parameters give.</summary>
    public static WriteRunOptions OptionsOf(WfbssCommand command, int throttleLimit, TimeSpan? maxDuration, string? journalPath, bool skipExisting = false)
    {
        if (maxDuration is { Ticks: <= 0 })
        {
            command.Fail(ErrorRecords.BadValue("MaxDuration", maxDuration, "a time greater than zero is needed, such as 02:45:00."));
        }

        // Also in a rehearsal: that is when a wrong path is to be noticed.
        var journal = journalPath is null ? null : FilePath.Resolve(command, "JournalPath", journalPath);
        return new WriteRunOptions
        {
            ThrottleLimit = throttleLimit,
            SkipExisting = skipExisting,
            MaxDuration = maxDuration,
            JournalPath = CommandPreferences.IsRehearsal(command) ? null : journal,
        };
    }

    /// <summary>Adds what is planned for a customer.</summary>
    public void Add(IEnumerable<WriteItem> items)
    {
        foreach (var item in items)
        {
            run.Add(item);
            MakeRoom();
        }
    }

    /// <summary>Sends what is left, and waits for the end.</summary>
    public void Complete()
    {
        run.Complete();
        while (!run.IsEmpty)
        {
            AwaitHead();
        }

        _progress.Complete();
    }

    /// <summary>
    /// Says in one line how the run went: on the Information stream, and as a warning if anything failed. With -FailAtEnd, ends
    /// the command with the same words then.
    /// </summary>
    public void Summarize(bool failAtEnd)
    {
        var summary = _tally.Summary();
        command.WriteVerbose(summary);
        if (_tally.Customers > 0)
        {
            command.WriteInformation(summary, [command.MyInvocation.MyCommand.Name]);
        }

        if (_tally.Failed > 0)
        {
            command.WriteWarning(summary);
        }

        if (run.Failure is { } failure)
        {
            throw failure;
        }

        if (failAtEnd && _tally.Failed > 0)
        {
            command.Fail(ErrorRecords.SomeFailed(summary, _tally.Failed, _tally.Total));
        }
    }

    /// <summary>Shows how far the run is.</summary>
    public void ShowProgress() => _progress.Update(_tally);

    /// <summary>Cancels and waits: when downstream stops, the engine calls nothing else.</summary>
    public void Dispose()
    {
        _cancelling.Dispose();
        WfbssCommand.WaitQuietly(run.DisposeAsync().AsTask());
    }

    private void MakeRoom()
    {
        while (run.IsFull)
        {
            AwaitHead();
        }

        WriteReady();
    }

    private void AwaitHead()
    {
        command.Await(run.Head);
        WriteReady();
    }

    private void WriteReady()
    {
        command.WriteMessages();
        var ready = run.TakeReady();

        // Most inputs only fill a group, and are many: nothing else is looked at for them, not even the time.
        if (ready.Count == 0)
        {
            return;
        }

        foreach (var result in ready)
        {
            var shown = present is null ? result : present(result);
            _tally.Count(shown);
            command.WriteObject(shown);
            if (!result.Succeeded && !ItemOutcome.IsDeclined(result))
            {
                command.WriteError(ErrorRecords.For(result));
            }
        }

        _progress.Update(_tally);
    }
}
