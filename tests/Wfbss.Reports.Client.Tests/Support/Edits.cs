using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Changes and removes reports as the cmdlets do: reads, plans, writes.</summary>
internal static class Edits
{
    /// <summary>Plans what is to be done about the reports of a name.</summary>
    public static async Task<SyncStep[]> PlanAsync(
        this SandboxConnection service,
        ReportChanges? changes,
        IEnumerable<CustomerId>? ids = null,
        string name = "Weekly security")
    {
        var targets = (ids ?? service.Ids).Select(RunExtensions.Target).ToArray();
        var customers = await new FleetReader(SenderOf(service), throttleLimit: 2, new RunStop()).ReadAsync(targets, TestContext.Current.CancellationToken);
        var selections = customers.Select(customer => new ReportSelection(
            customer, [.. customer.Reports.Where(report => report.Name == name)], name, Missing: [], IsOfReport: false));
        return [.. changes is null ? EditPlanner.Remove(selections) : EditPlanner.Change(selections, changes)];
    }

    /// <summary>Carries out a plan, which must have something in it.</summary>
    public static async Task<SyncResult[]> ApplyAsync(this SandboxConnection service, IReadOnlyList<SyncStep> steps)
    {
        Assert.NotEmpty(steps);
        var use = steps.Any(step => step.Action is SyncAction.Removed) ? JournalUse.Remove : JournalUse.Change;
        await using var run = new WriteRun(SenderOf(service), new WriteRunOptions { ThrottleLimit = 2 }, use);
        return await run.ApplyAsync(steps);
    }

    /// <summary>Changes the reports of a name.</summary>
    public static async Task<SyncResult[]> ChangeAsync(this SandboxConnection service, ReportChanges changes, IEnumerable<CustomerId>? ids = null) =>
        await service.ApplyAsync(await service.PlanAsync(changes, ids));

    /// <summary>Removes the reports of a name.</summary>
    public static async Task<SyncResult[]> RemoveAsync(this SandboxConnection service, IEnumerable<CustomerId>? ids = null) =>
        await service.ApplyAsync(await service.PlanAsync(changes: null, ids));

    private static RequestSender SenderOf(SandboxConnection service) => new(service.Session, service.Log);
}
