using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Testing.Storms;

/// <summary>What a storm strikes: what customers have before it, what is written, and what must hold afterwards.</summary>
internal abstract class StormWork
{
    /// <summary>The largest share of results that may be Unknown where reads are answered, if not always with the truth.</summary>
    public const double MostUnknown = 0.01;

    /// <summary>What the options ask for.</summary>
    public static StormWork For(StormOptions options, SandboxServer server, WfbssSession session) => options.Operation switch
    {
        JournalUse.Create => new CreateWork(options, server, session),
        JournalUse.Sync => new SyncWork(options, server, session),
        _ => new EditWork(options, server, session),
    };

    /// <summary>Gives customers what they have before the storm.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>Writes, in the storm.</summary>
    public abstract Task<List<ScheduledReportResult>> WriteAsync();

    /// <summary>A sentence for each guarantee that was broken.</summary>
    public abstract IEnumerable<string> BrokenBy(IReadOnlyList<ScheduledReportResult> results);

    /// <summary>When the storm is over: a sentence for each guarantee that does not hold in the calm after it.</summary>
    public virtual Task<IReadOnlyList<string>> BrokenInTheCalmAsync(IReadOnlyList<ScheduledReportResult> results) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}

/// <summary>New: one report for each of customers that have none.</summary>
internal sealed class CreateWork(StormOptions options, SandboxServer server, WfbssSession session) : StormWork
{
    public override async Task<List<ScheduledReportResult>> WriteAsync()
    {
        var ids = server.State.Customers.Select(customer => new CustomerId(customer.Id));
        await using var run = WriteRun.Create(session, Samples.WeeklyByEmail, new WriteRunOptions { ThrottleLimit = options.ThrottleLimit });
        return await run.ToEndAsync(ids);
    }

    public override IEnumerable<string> BrokenBy(IReadOnlyList<ScheduledReportResult> results) =>
        StormGuarantees.BrokenBy(options, server.State.Customers, results);
}
