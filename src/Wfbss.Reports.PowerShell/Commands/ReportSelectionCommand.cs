using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// The base of the cmdlets that are about reports that customers have: chosen by name or by id, or piped in as reports or
/// results. Customers are taken in portions, ten to a call, so that any number streams.
/// </summary>
public abstract class ReportSelectionCommand : SessionCommand
{
    private readonly List<Choice> _portion = [];
    private readonly HashSet<(Guid, int?)> _seen = [];
    private FleetReader? _reader;
    private RequestSender? _sender;
    private NameFilter? _names;
    private long _position;
    private long _repeats;

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "cid")]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public CustomerReference[]? CustomerId { get; set; }

    /// <summary>The names of the reports; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>The ids of the reports. The same id is a different report for each customer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [ReportIdTransformation]
    public int[]? ReportId { get; set; }

    /// <summary>How many calls may be under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = WriteRunOptions.DefaultThrottleLimit;

    private protected RequestSender Sender => _sender ??= new RequestSender(CurrentSession, Log);

    /// <summary>Whether a customer without name or id means all its reports.</summary>
    private protected abstract bool AllByDefault { get; }

    /// <summary>The name that is meant where neither a name nor an id is given; <see langword="null"/> if there is none.</summary>
    private protected virtual string? DefaultName => null;

    /// <summary>How the run stops, reading and writing together.</summary>
    private protected RunStop Stop => field ??= new RunStop(CurrentSession.Options.TimeProvider, TimeLimit);

    /// <summary>After this time nothing new is started; <see langword="null"/> for no limit.</summary>
    private protected virtual TimeSpan? TimeLimit => null;

    /// <summary>Works on customers whose reports have been read.</summary>
    private protected abstract void Work(IReadOnlyList<ReportSelection> selections);

    private protected override void Begin()
    {
        _ = CurrentSession;
        _names = Name is null ? null : new NameFilter(Name);
    }

    private protected override void Process()
    {
        foreach (var reference in CustomerId ?? [])
        {
            var target = reference.At(++_position);
            foreach (var id in ReportIds(reference))
            {
                if (target.Id is { } customer && !_seen.Add((customer.Value, id)))
                {
                    _repeats++;
                }
                else
                {
                    _portion.Add(new Choice(target, id, reference.IsReport));
                }
            }

            if (_portion.Count >= ThrottleLimit * CustomerIds.MostPerCall)
            {
                WorkOnPortion();
            }
        }
    }

    private protected override void End()
    {
        FinishSelecting();
        if (Stop.Failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Works on the customers that are left, and says how many inputs were repeats.</summary>
    private protected void FinishSelecting()
    {
        WorkOnPortion();
        if (_repeats > 0)
        {
            WriteWarning($"{_repeats} inputs were repeats of one that came before; each is taken once.");
        }
    }

    /// <summary>Whether the name of a report is asked for.</summary>
    private protected bool IsWanted(string name) => _names?.IsMatch(name) ?? name == DefaultName;

    // What is piped in as a list, or given as a customer, brings its id along by itself.
    private IEnumerable<int?> ReportIds(CustomerReference reference) =>
        ReportId is { Length: > 0 } ids ? ids.Distinct().Select(id => (int?)id) : [reference.ReportId];

    private void WorkOnPortion()
    {
        if (_portion.Count == 0)
        {
            return;
        }

        Choice[] portion = [.. _portion];
        _portion.Clear();

        _reader ??= new FleetReader(Sender, ThrottleLimit, Stop);
        var customers = Await(stop => _reader.ReadAsync([.. portion.Select(choice => choice.Target)], stop));
        Work([.. customers.Zip(portion, Select)]);
    }

    private ReportSelection Select(CustomerReports customer, Choice choice)
    {
        if (choice.ReportId is { } id)
        {
            ScheduledReport[] its = [.. customer.Reports.Where(report => report.ReportId == id)];
            return new(customer, [.. its.Where(IsNamed)], $"{id}", its.Length == 0 ? [$"{id}"] : [], choice.IsReport) { ReportId = id };
        }

        if (_names is not null)
        {
            var missing = Name!.Where(name => !NameFilter.IsPattern(name) && !customer.Reports.Any(report => NameFilter.IsSame(name, report.Name)));
            return new(customer, [.. customer.Reports.Where(IsNamed)], string.Join(", ", Name!), [.. missing], choice.IsReport);
        }

        if (choice.IsReport)
        {
            return new(customer, [], Wanted: null, Missing: [], IsOfReport: true);
        }

        if (AllByDefault)
        {
            return new(customer, customer.Reports, Wanted: null, Missing: [], IsOfReport: false);
        }

        return DefaultName is { } wanted
            ? new(customer, [.. customer.Reports.Where(report => report.Name == wanted)], wanted, Missing: [], IsOfReport: false)
            : new(customer, [], Wanted: null, Missing: [], IsOfReport: false);
    }

    private bool IsNamed(ScheduledReport report) => _names is null || _names.IsMatch(report.Name);

    /// <param name="Target">The customer.</param>
    /// <param name="ReportId">The report, where one is named.</param>
    /// <param name="IsReport">Whether the input was a report or a result: then it means one report, even if its id is not known.</param>
    private sealed record Choice(CustomerInput Target, int? ReportId, bool IsReport);
}
