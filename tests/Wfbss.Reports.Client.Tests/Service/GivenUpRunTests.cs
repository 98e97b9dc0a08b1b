using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>A run that is given up in the middle, as break, Select-Object -First and Ctrl+C do.</summary>
public sealed class GivenUpRunTests
{
    [Fact]
    public async Task Nothing_further_is_sent_and_the_service_is_quiet_within_one_request()
    {
        var latency = TimeSpan.FromSeconds(1);
        var time = new WatchedTime(DateTimeOffset.UtcNow);
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 200, TimeProvider = time, Latency = latency });
        var run = service.Run(new WriteRunOptions { ThrottleLimit = 3 });
        foreach (var target in service.Ids.Take(120).Select(RunExtensions.Target))
        {
            run.Add(target);
        }
        // Each is on its way, and the service has begun to take its time over it.
        for (var sent = 0; sent < 3; sent++)
        {
            Assert.Equal(latency, await time.NextWaitAsync().Soon());
        }

        // Returns although the service has not answered: what is in flight is let go, not waited for.
        await run.DisposeAsync();

        Assert.Empty(run.TakeReady());
        time.Advance(latency);
        await service.Server.Counters.WaitForQuietAsync().Soon();
        Assert.Equal(3, service.Server.Counters.Requests);
        Assert.Equal(0, service.Server.Counters.InFlight);
        await run.DisposeAsync();
    }

    [Fact]
    public async Task A_run_that_is_given_up_while_it_waits_for_a_retry_ends_at_once()
    {
        await using var service = await SandboxConnection.OpenAsync(
            configure: options => options with { RetryInterval = TimeSpan.FromHours(1) });
        await service.Server.PauseListeningAsync();
        var run = service.Run();
        foreach (var target in service.Ids.Select(RunExtensions.Target))
        {
            run.Add(target);
        }

        await Patience.UntilAsync(() => !service.Log.VerboseLines.IsEmpty, "the wait");

        await run.DisposeAsync();

        Assert.True(run.IsEmpty);
    }

    [Fact]
    public async Task No_exception_is_left_unobserved()
    {
        var unobserved = new ConcurrentQueue<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            // Other tests run in this process at the same time; what is the client's names itself.
            var text = e.Exception.ToString();
            if (text.Contains("Wfbss.Reports", StringComparison.Ordinal))
            {
                unobserved.Enqueue(text);
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            for (var i = 0; i < 5; i++)
            {
                await GiveUpAsync();
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unobserved);
    }

    // A method of its own, so that nothing of the run is still on the stack when the garbage is collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task GiveUpAsync()
    {
        await using var service = await SandboxConnection.OpenAsync(
            new SandboxOptions { Customers = 200, Latency = TimeSpan.FromMilliseconds(2) });
        service.Server.Faults.SetProbabilities(0.5, SandboxFault.DropAfterCommit, SandboxFault.InternalError, SandboxFault.Truncate);
        var run = service.Run();
        foreach (var target in service.Ids.Select(RunExtensions.Target))
        {
            run.Add(target);
        }

        await Patience.UntilAsync(() => service.Server.Counters.Requests >= 5, "five requests");
        await run.DisposeAsync();
        await service.Server.Counters.WaitForQuietAsync();
    }
}
