using System.Management.Automation;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>All that a script has written, stream by stream.</summary>
internal sealed record Invocation
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>The non-terminating errors.</summary>
    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<string> Debug { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    public required IReadOnlyList<InformationRecord> Information { get; init; }

    /// <summary>The terminating error; <see langword="null"/> if the script came to its end.</summary>
    public required ErrorRecord? Failure { get; init; }

    /// <summary>Whether the pipeline was stopped, as by Ctrl+C.</summary>
    public required bool WasStopped { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>The output as results of writes.</summary>
    public IReadOnlyList<Outcome> Outcomes => [.. Output.Select(Outcome.Of)];

    /// <summary>Fails unless the script came to its end without an error.</summary>
    public Invocation Clean()
    {
        Assert.Null(Failure?.ToString());
        Assert.Empty(Errors.Select(error => error.ToString()));
        return this;
    }

    /// <summary>The terminating error; fails if there was none, or one of another id.</summary>
    public ErrorRecord FailedWith(string id)
    {
        Assert.NotNull(Failure);
        Assert.Equal(id, IdOf(Failure));
        return Failure;
    }

    /// <summary>The one non-terminating error; fails if there were more, or one of another id.</summary>
    public ErrorRecord OneError(string id)
    {
        Assert.Null(Failure?.ToString());
        var error = Assert.Single(Errors);
        Assert.Equal(id, IdOf(error));
        return error;
    }

    /// <summary>The error's id without the name of the cmdlet's type that the engine puts behind it.</summary>
    public static string IdOf(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];
}
