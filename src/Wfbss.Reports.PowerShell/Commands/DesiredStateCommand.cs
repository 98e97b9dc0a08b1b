using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// The base of the cmdlets that hold customers' reports against definitions. Either the customers or the definitions
/// come from the pipeline, and the others as an argument. Customers are taken in portions, so that any number streams.
/// </summary>
public abstract class DesiredStateCommand : SessionCommand
{
    /// <summary>The parameter set in which the customers come from the pipeline.</summary>
    protected internal const string CustomerSet = "Customer";

    /// <summary>The parameter set in which the definitions come from the pipeline.</summary>
    protected internal const string DefinitionSet = "Definition";

    private readonly List<ReportDefinition> _definitions = [];
    private readonly List<CustomerInput> _portion = [];
    private CustomerInputs<Guid>? _inputs;
    private DesiredState? _desired;
    private FleetReader? _reader;

    /// <summary>The definitions, each with a name of its own.</summary>
    [Parameter(ParameterSetName = CustomerSet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = DefinitionSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [DefinitionTransformation]
    public ReportDefinition[]? Definition { get; set; }

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid.</summary>
    public abstract CustomerReference[]? CustomerId { get; set; }

    /// <summary>How many calls may be under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [WholeNumberTransformation]
    public int ThrottleLimit { get; set; } = WriteRunOptions.DefaultThrottleLimit;

    /// <summary>Whether all customers of the session are meant.</summary>
    private protected virtual bool MeansAll => false;

    /// <summary>How many customers are taken together.</summary>
    private protected abstract int PortionSize { get; }

    /// <summary>Works on customers whose reports have been read.</summary>
    private protected abstract void Work(DesiredState desired, IReadOnlyList<CustomerReports> customers);

    /// <summary>Says at the end how it went.</summary>
    private protected abstract void Summarize();

    /// <summary>How the run stops, reading and writing together.</summary>
    private protected RunStop Stop => field ??= new RunStop(CurrentSession.Options.TimeProvider, TimeLimit);

    /// <summary>After this time nothing new is started; <see langword="null"/> for no limit.</summary>
    private protected virtual TimeSpan? TimeLimit => null;

    private protected CustomerInputs<Guid> Inputs => _inputs ??= new CustomerInputs<Guid>(this);

    private protected RequestSender Sender => field ??= new RequestSender(CurrentSession, Log);

    private protected override void Process()
    {
        // Which of the two comes from the pipeline is certain only here.
        if (ParameterSetName == DefinitionSet)
        {
            _definitions.AddRange(Definition!);
        }
        else
        {
            Take(Definition!, CustomerId);
        }
    }

    private protected override void End()
    {
        _ = CurrentSession;
        IReadOnlyList<ReportDefinition> definitions = ParameterSetName == DefinitionSet ? _definitions : Definition!;
        if (MeansAll)
        {
            WriteAll(new CustomerReader(CurrentSession, Log).ListAsync(), customer => Take(definitions, [CustomerReference.FromObject(customer)]));
        }
        else if (ParameterSetName == DefinitionSet)
        {
            Take(definitions, CustomerId);
        }

        WorkOnPortion();
        Inputs.WarnOfRepeats();
        Summarize();
        if (Stop.Failure is { } failure)
        {
            throw failure;
        }
    }

    private void Take(IReadOnlyList<ReportDefinition> definitions, CustomerReference[]? customers)
    {
        if (_desired is null)
        {
            _desired = new DesiredState(definitions);
            foreach (var warning in definitions.SelectMany(DefinitionRules.Warnings))
            {
                WriteWarning(warning);
            }
        }

        foreach (var (reference, input) in Inputs.Take(customers))
        {
            if (input.Id is not { } id || Inputs.IsNew(id.Value))
            {
                _portion.Add(WhyOfOtherSession(reference) is { } why ? input with { Id = null, Refusal = new ItemOutcome(ResultStatus.NotAttempted, why) } : input);
            }

            if (_portion.Count >= PortionSize)
            {
                WorkOnPortion();
            }
        }
    }

    private void WorkOnPortion()
    {
        if (_portion.Count == 0)
        {
            return;
        }

        CustomerInput[] portion = [.. _portion];
        _portion.Clear();

        _reader ??= new FleetReader(Sender, ThrottleLimit, Stop);
        var customers = Await(stop => _reader.ReadAsync(portion, stop));
        Work(_desired!, customers);
    }
}
