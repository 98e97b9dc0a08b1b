using System.Runtime.CompilerServices;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Planning;

/// <summary>
/// Creates, changes, removes, compares and syncs the scheduled reports of any number of customers. Each customer that is
/// given is returned, in the order of the input, with the truth about what happened to it; one that fails does not affect
/// the others. A customer that is given several times is taken once.
/// </summary>
/// <remarks>
/// Nothing is sent before the results are asked for. What is under way when the caller stops asking is cancelled and waited
/// for. A failure that concerns everybody, such as a refused key pair, is thrown as <see cref="WfbssException"/> once every
/// customer was returned.
/// </remarks>
public sealed class ScheduledReportClient
{
    private readonly RequestSender _sender;

    /// <summary>Makes a client.</summary>
    /// <param name="session">The session to work with; it is not disposed of here.</param>
    /// <param name="log">Where to say what is being done.</param>
    public ScheduledReportClient(WfbssSession session, IOperationLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        _sender = new RequestSender(session, log ?? NullOperationLog.Instance);
    }

    /// <summary>Reads the reports of customers.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="throttleLimit">How many calls, of ten customers each, may be under way at once; 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What could be read of each customer.</returns>
    public IAsyncEnumerable<CustomerReading> ReadAsync(
        IEnumerable<CustomerId> customers,
        int throttleLimit = WriteRunOptions.DefaultThrottleLimit,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentOutOfRangeException.ThrowIfLessThan(throttleLimit, 1);
        return ReadEachAsync<CustomerReading>(customers, throttleLimit, customer => [customer.ToReading()], cancellationToken);
    }

    /// <summary>Holds customers' reports against definitions. It sends only reads.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="definitions">The reports that each customer is to have, each with a name of its own.</param>
    /// <param name="includeUnmanaged">Whether the reports that no definition names are returned as well.</param>
    /// <param name="throttleLimit">How many calls, of ten customers each, may be under way at once; 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>For each customer one comparison with each definition, in the order of the definitions.</returns>
    /// <exception cref="WfbssException">There is no definition, one is invalid, or a name occurs twice.</exception>
    public IAsyncEnumerable<ReportComparison> CompareAsync(
        IEnumerable<CustomerId> customers,
        IEnumerable<ReportDefinition> definitions,
        bool includeUnmanaged = false,
        int throttleLimit = WriteRunOptions.DefaultThrottleLimit,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentOutOfRangeException.ThrowIfLessThan(throttleLimit, 1);
        var desired = new DesiredState(definitions);
        return ReadEachAsync(
            customers,
            throttleLimit,
            customer => includeUnmanaged ? desired.Compare(customer).Concat(desired.Unmanaged(customer)) : desired.Compare(customer),
            cancellationToken);
    }

    /// <summary>Creates a report.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="definition">The report.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="cancellationToken">Sends nothing new, and cancels what is in flight.</param>
    /// <returns>One result for each customer.</returns>
    /// <exception cref="WfbssException">The definition is invalid.</exception>
    public IAsyncEnumerable<ScheduledReportResult> CreateAsync(
        IEnumerable<CustomerId> customers,
        ReportDefinition definition,
        WriteRunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        DefinitionRules.Check(definition);
        return CreateEachAsync(customers, definition, options, cancellationToken);
    }

    /// <summary>Changes the reports of a name. What <paramref name="changes"/> does not name stays as it is.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="reportName">The reports' present name, in exact spelling.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="cancellationToken">Sends nothing new, and cancels what is in flight.</param>
    /// <returns>One result for each report of the name, and one for each customer that has none.</returns>
    /// <exception cref="ArgumentException">Nothing changes.</exception>
    /// <exception cref="WfbssException">A new value is invalid.</exception>
    public IAsyncEnumerable<ScheduledReportResult> ChangeAsync(
        IEnumerable<CustomerId> customers,
        string reportName,
        ReportChanges changes,
        WriteRunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.IsEmpty)
        {
            throw new ArgumentException("Specify at least one setting to change.", nameof(changes));
        }

        changes.Check();
        return EditAsync(customers, reportName, JournalUse.Change, selections => EditPlanner.Change(selections, changes), options, cancellationToken);
    }

    /// <summary>Removes the reports of a name.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="reportName">The reports' name, in exact spelling.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="cancellationToken">Sends nothing new, and cancels what is in flight.</param>
    /// <returns>One result for each report of the name, and one for each customer that has none.</returns>
    public IAsyncEnumerable<ScheduledReportResult> RemoveAsync(
        IEnumerable<CustomerId> customers,
        string reportName,
        WriteRunOptions? options = null,
        CancellationToken cancellationToken = default) =>
        EditAsync(customers, reportName, JournalUse.Remove, EditPlanner.Remove, options, cancellationToken);

    /// <summary>Makes customers' reports what definitions say: creates and replaces, and removes what it is told to.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="definitions">The reports that each customer is to have, each with a name of its own.</param>
    /// <param name="sync">What may be removed; nothing unless told otherwise.</param>
    /// <param name="options">How to go about it.</param>
    /// <param name="cancellationToken">Sends nothing new, and cancels what is in flight.</param>
    /// <returns>For each customer one result for each definition, and one for each report that was to be removed.</returns>
    /// <exception cref="WfbssException">There is no definition, one is invalid, or a name occurs twice.</exception>
    public IAsyncEnumerable<SyncResult> SyncAsync(
        IEnumerable<CustomerId> customers,
        IEnumerable<ReportDefinition> definitions,
        SyncOptions? sync = null,
        WriteRunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(definitions);
        var planner = new SyncPlanner(new DesiredState(definitions), sync ?? new SyncOptions());
        return WriteAsync(
            customers,
            JournalUse.Sync,
            (customer, _) => planner.Plan(customer).Steps,
            result => (SyncResult)result,
            options ?? new WriteRunOptions(),
            cancellationToken);
    }

    private IAsyncEnumerable<ScheduledReportResult> EditAsync(
        IEnumerable<CustomerId> customers,
        string reportName,
        JournalUse use,
        Func<IEnumerable<ReportSelection>, IReadOnlyList<SyncStep>> plan,
        WriteRunOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(reportName);
        return WriteAsync(
            customers,
            use,
            (customer, journal) => plan([ReportSelection.Named(customer, reportName).Resume(journal, name => name == reportName)]),
            result => result is SyncResult step ? step.ToScheduledReportResult() : result,
            options ?? new WriteRunOptions(),
            cancellationToken);
    }

    private async IAsyncEnumerable<ScheduledReportResult> CreateEachAsync(
        IEnumerable<CustomerId> customers,
        ReportDefinition definition,
        WriteRunOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = WriteRun.Create(_sender.Session, definition, options, _sender.Log);
        await using var disposing = run.ConfigureAwait(false);
        await foreach (var result in run.ResultsAsync(InputsOf(customers), cancellationToken).ConfigureAwait(false))
        {
            yield return result;
        }

        ThrowIfStopped(run.Failure);
    }

    private async IAsyncEnumerable<T> WriteAsync<T>(
        IEnumerable<CustomerId> customers,
        JournalUse use,
        Func<CustomerReports, IRunJournal, IReadOnlyList<SyncStep>> plan,
        Func<ScheduledReportResult, T> present,
        WriteRunOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stop = new RunStop(_sender.Session.Options.TimeProvider, options.MaxDuration);
        var run = new WriteRun(_sender, options, use, stop: stop);
        await using var disposing = run.ConfigureAwait(false);
        var items = ItemsAsync(PortionsAsync(customers, options.ThrottleLimit, stop, cancellationToken), customer => plan(customer, run.Journal));
        await foreach (var result in run.ResultsAsync(items, cancellationToken).ConfigureAwait(false))
        {
            yield return present(result);
        }

        ThrowIfStopped(stop.Failure);
    }

    private static async IAsyncEnumerable<WriteItem> ItemsAsync(
        IAsyncEnumerable<IReadOnlyList<CustomerReports>> portions,
        Func<CustomerReports, IReadOnlyList<SyncStep>> plan)
    {
        var writes = new PlannedWrites();
        await foreach (var portion in portions.ConfigureAwait(false))
        {
            foreach (var item in portion.SelectMany(customer => writes.ItemsOf(plan(customer))))
            {
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<T> ReadEachAsync<T>(
        IEnumerable<CustomerId> customers,
        int throttleLimit,
        Func<CustomerReports, IEnumerable<T>> tell,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stop = new RunStop();
        await foreach (var portion in PortionsAsync(customers, throttleLimit, stop, cancellationToken).ConfigureAwait(false))
        {
            foreach (var told in portion.SelectMany(tell))
            {
                yield return told;
            }
        }

        ThrowIfStopped(stop.Failure);
    }

    // As many customers at once as calls may be under way, so that any number streams.
    private async IAsyncEnumerable<IReadOnlyList<CustomerReports>> PortionsAsync(
        IEnumerable<CustomerId> customers,
        int throttleLimit,
        RunStop stop,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new FleetReader(_sender, throttleLimit, stop);
        var portion = new List<CustomerInput>();
        foreach (var input in InputsOf(customers.Distinct()))
        {
            portion.Add(input);
            if (portion.Count == throttleLimit * CustomerIds.MostPerCall)
            {
                yield return await reader.ReadAsync(portion, cancellationToken).ConfigureAwait(false);
                portion.Clear();
            }
        }

        if (portion.Count > 0)
        {
            yield return await reader.ReadAsync(portion, cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<CustomerInput> InputsOf(IEnumerable<CustomerId> customers) =>
        customers.Select((id, index) => new CustomerInput(id.ToString(), id, Name: null, index + 1));

    private static void ThrowIfStopped(WfbssException? failure)
    {
        if (failure is not null)
        {
            throw failure;
        }
    }
}
