using System.Globalization;

namespace Wfbss.Reports.Sandbox.Tests.Support;

/// <summary>A writer that tells when it was first flushed.</summary>
internal sealed class WatchedWriter() : StringWriter(CultureInfo.InvariantCulture)
{
    private readonly TaskCompletionSource _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Flushed => _flushed.Task;

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        _flushed.TrySetResult();
        return Task.CompletedTask;
    }
}
