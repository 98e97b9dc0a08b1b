using System.Diagnostics;
using System.Management.Automation;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>A script that has been started.</summary>
internal sealed class RunningScript : IDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);
    private readonly PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];

    public RunningScript(PowerShell shell)
    {
        _shell = shell;
        Completion = RunAsync();
    }

    /// <summary>What it has written, when it has ended.</summary>
    public Task<Invocation> Completion { get; }

    /// <summary>Stops it as Ctrl+C does, and waits until it has ended.</summary>
    public async Task<Invocation> StopAsync()
    {
        await Task.Run(_shell.Stop).WaitAsync(LongestStop);
        return await Completion.WaitAsync(LongestStop);
    }

    /// <summary>Waits for something that happens while it runs; fails if it ends before.</summary>
    public async Task UntilAsync(Task happened)
    {
        if (await Task.WhenAny(happened, Completion) == happened)
        {
            return;
        }

        var ended = await Completion;
        // What happened last may have ended it.
        if (happened.IsCompleted)
        {
            return;
        }

        Assert.Fail($"The script ended too early: {ended.Failure?.ToString() ?? "without an error"}");
    }

    /// <summary>Not before the end of a stop: that goes on for a moment after the script has ended.</summary>
    public void Dispose()
    {
        _shell.Dispose();
        _output.Dispose();
    }

    private async Task<Invocation> RunAsync()
    {
        using var input = new PSDataCollection<PSObject>();
        input.Complete();
        var watch = Stopwatch.StartNew();
        RuntimeException? failure = null;
        try
        {
            await _shell.InvokeAsync(input, _output);
        }
        catch (RuntimeException exception)
        {
            failure = exception;
        }

        var streams = _shell.Streams;
        return new Invocation
        {
            Output = [.. _output],
            Errors = [.. streams.Error],
            Warnings = [.. streams.Warning.Select(record => record.Message)],
            Verbose = [.. streams.Verbose.Select(record => record.Message)],
            Debug = [.. streams.Debug.Select(record => record.Message)],
            Progress = [.. streams.Progress],
            Information = [.. streams.Information],
            Failure = failure is PipelineStoppedException ? null : failure?.ErrorRecord,
            WasStopped = failure is PipelineStoppedException,
            Elapsed = watch.Elapsed,
        };
    }
}
