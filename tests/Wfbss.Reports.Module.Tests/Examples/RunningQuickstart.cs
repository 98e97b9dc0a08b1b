using System.Diagnostics;
using System.Text;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>A quickstart that has been started, in a folder that is its user's and for its temporary files.</summary>
internal sealed class RunningQuickstart : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _errors;
    private readonly Task _reading;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningQuickstart(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
        Completion = CompleteAsync().WaitAsync(Longest);
    }

    /// <summary>Ends with the process and all that it wrote.</summary>
    public Task<(int ExitCode, string Output, string Errors)> Completion { get; }

    public static RunningQuickstart Start(string folder, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Wfbss.Reports.Quickstart.dll");
        var start = new ProcessStartInfo(Programs.DotNet, ["exec", program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["TMPDIR"] = folder, ["TMP"] = folder, ["TEMP"] = folder },
        };
        return new RunningQuickstart(Process.Start(start)!);
    }

    /// <summary>Writes lines to its input, and ends it.</summary>
    public async Task TypeAsync(params string[] lines)
    {
        foreach (var line in lines)
        {
            await _process.StandardInput.WriteLineAsync(line);
        }

        _process.StandardInput.Close();
    }

    /// <summary>Waits until it has written a text; fails if it ends without.</summary>
    public async Task UntilAsync(string text)
    {
        while (true)
        {
            Task more;
            lock (_output)
            {
                if (_output.ToString().Contains(text, StringComparison.Ordinal))
                {
                    return;
                }

                Assert.False(_reading.IsCompleted, $"It ended without '{text}'.");
                more = _more.Task;
            }

            await Task.WhenAny(more, _reading).WaitAsync(Longest);
        }
    }

    /// <summary>Sends the program, and no other process, what Ctrl+C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<(int ExitCode, string Output, string Errors)> CompleteAsync()
    {
        await _reading;
        var errors = await _errors;
        await _process.WaitForExitAsync();
        return (_process.ExitCode, _output.ToString(), errors);
    }

    private async Task ReadAsync()
    {
        var buffer = new char[4096];
        while (await _process.StandardOutput.ReadAsync(buffer) is var count and > 0)
        {
            TaskCompletionSource waiting;
            lock (_output)
            {
                _output.Append(buffer, 0, count);
                waiting = _more;
                _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            waiting.TrySetResult();
        }
    }
}
