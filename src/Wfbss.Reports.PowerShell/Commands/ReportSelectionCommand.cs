using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
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
    private readonly List<ReportInput> _portion = [];
    private CustomerInputs<(Guid, int?)>? _inputs;
    private FleetReader? _reader;
    private RequestSender? _sender;
    private bool _isFirst = true;

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid.</summary>
    public abstract CustomerReference[]? CustomerId { get; set; }

    /// <summary>The names of the reports; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [TextTransformation(IsList = true)]
    public string[]? Name { get; set; }

    /// <summary>The ids of the reports. The same id is a different report for each customer.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [WholeNumberTransformation(IsList = true)]
    public int[]? ReportId { get; set; }

    /// <summary>How many calls may be under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [WholeNumberTransformation]
    public int ThrottleLimit { get; set; } = WriteRunOptions.DefaultThrottleLimit;

    private protected RequestSender Sender => _sender ??= new RequestSender(CurrentSession, Log);

    private protected CustomerInputs<(Guid, int?)> Inputs => _inputs ??= new CustomerInputs<(Guid, int?)>(this);

    /// <summary>Which of the reports are meant.</summary>
    private protected ReportChooser Chooser => field ??= MakeChooser();

    /// <summary>How the run stops, reading and writing together.</summary>
    private protected RunStop Stop => field ??= new RunStop(CurrentSession.Options.TimeProvider, TimeLimit);

    /// <summary>After this time nothing new is started; <see langword="null"/> for no limit.</summary>
    private protected virtual TimeSpan? TimeLimit => null;

    /// <summary>Makes what chooses the reports.</summary>
    private protected abstract ReportChooser MakeChooser();

    /// <summary>What is to change of a customer's reports, where that is not the same for all.</summary>
    private protected virtual ReportChanges? ChangesOf(CustomerReference reference, CustomerInput input, out ItemOutcome? mistake)
    {
        mistake = null;
        return null;
    }

    /// <summary>Works on customers whose reports have been read.</summary>
    private protected abstract void Work(IReadOnlyList<ReportSelection> selections);

    private protected override void Process()
    {
        if (!Inputs.MeansAll)
        {
            Take(CustomerId);
        }
    }

    /// <summary>Takes customers, however they came.</summary>
    private protected void Take(CustomerReference[]? customers)
    {
        foreach (var (reference, input) in Inputs.Take(customers))
        {
            Take(reference, input);
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
        _ = CurrentSession;
        WorkOnPortion();
        Inputs.WarnOfRepeats();
    }

    private void Take(CustomerReference reference, CustomerInput input)
    {
        RequireChoice(reference);
        var mistake = MistakeOf(reference, input, out var own);
        var changes = mistake is null && input.Id is not null ? ChangesOf(reference, input, out mistake) : null;
        foreach (var id in ReportId is { Length: > 0 } ids ? ids.Distinct().Select(id => (int?)id) : [own])
        {
            if (input.Id is not { } customer || mistake is not null || Inputs.IsNew((customer.Value, id)))
            {
                _portion.Add(new ReportInput(input, id, reference.IsReport, mistake, changes));
            }
        }

        if (_portion.Count >= ThrottleLimit * CustomerIds.MostPerCall)
        {
            WorkOnPortion();
        }
    }

    // Where the first customer shows that nothing says which report is meant, nothing ever will.
    private void RequireChoice(CustomerReference reference)
    {
        if (_isFirst && reference is { IsReport: false, ReportId: null } && ReportId is not { Length: > 0 } && !Chooser.SaysWhich)
        {
            Fail(ErrorRecords.NoReportChosen());
        }

        _isFirst = false;
    }

    private ItemOutcome? MistakeOf(CustomerReference reference, CustomerInput input, out int? reportId)
    {
        reportId = null;
        if (WhyOfOtherSession(reference) is { } why)
        {
            return new ItemOutcome(ResultStatus.NotAttempted, why);
        }

        if (ReportId is { Length: > 0 } || reference.ReportId is not { } given)
        {
            return null;
        }

        if (!WholeNumber.TryRead(given, out var id))
        {
            return new ItemOutcome(
                ResultStatus.NotAttempted,
                $"row {input.Position}: ReportId '{ObjectMembers.TextOf(given)}' is not a report ID; report IDs are whole numbers in digits");
        }

        reportId = id;
        return null;
    }

    private void WorkOnPortion()
    {
        if (_portion.Count == 0)
        {
            return;
        }

        ReportInput[] portion = [.. _portion];
        _portion.Clear();

        _reader ??= new FleetReader(Sender, ThrottleLimit, Stop);
        var customers = Await(stop => _reader.ReadAsync([.. portion.Select(input => input.Customer)], stop));
        Work([.. customers.Zip(portion, Chooser.Select)]);
    }
}
