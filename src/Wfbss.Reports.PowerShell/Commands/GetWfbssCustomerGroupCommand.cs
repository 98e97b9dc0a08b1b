using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Get-WfbssCustomerGroup: reads the groups of customers, whose ids go into -GroupId.</summary>
[Cmdlet(VerbsCommon.Get, "WfbssCustomerGroup", HelpUri = HelpPages.GetWfbssCustomerGroup)]
[OutputType(typeof(CustomerGroup))]
public sealed class GetWfbssCustomerGroupCommand : SessionCommand
{
    private readonly List<CustomerId> _call = [];
    private IReadOnlyList<NameChoice>? _names;
    private CustomerInputs<Guid>? _inputs;
    private GroupReader? _reader;

    /// <summary>The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("Id", "cid")]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public CustomerReference[]? CustomerId { get; set; }

    /// <summary>The names of the groups; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [TextTransformation(IsList = true)]
    public string[]? Name { get; set; }

    private protected override void Begin()
    {
        _names = NameFilter.Of(Name);
        _inputs = new CustomerInputs<Guid>(this);
    }

    private protected override void Process()
    {
        foreach (var (reference, input) in _inputs!.Take(CustomerId))
        {
            if (input.Id is not { } id)
            {
                WriteError(ErrorRecords.InvalidCustomerId(input));
            }
            else if (WhyOfOtherSession(reference) is { } why)
            {
                WriteError(ErrorRecords.CustomerRefused(id.ToString(), "its groups", why));
            }
            else if (_inputs.IsNew(id.Value))
            {
                _call.Add(id);
            }

            if (_call.Count == CustomerIds.MostPerCall)
            {
                WriteCall();
            }
        }
    }

    private protected override void End()
    {
        _ = CurrentSession;
        WriteCall();
        _inputs!.WarnOfRepeats();
    }

    private void WriteCall()
    {
        if (_call.Count == 0)
        {
            return;
        }

        CustomerId[] call = [.. _call];
        _call.Clear();

        _reader ??= new GroupReader(CurrentSession, Log);
        var answers = Await(stop => _reader.ReadCallAsync(call, stop));
        foreach (var id in call)
        {
            Write(id, answers[id]);
        }
    }

    private void Write(CustomerId id, CustomerAnswer<CustomerGroup> answer)
    {
        if (answer.Kind is AnswerKind.Known)
        {
            Write(answer.Items);
        }
        else if (answer.Kind is AnswerKind.UnknownToService)
        {
            WriteError(ErrorRecords.CustomerNotFound(id.ToString()));
        }
        else
        {
            WriteError(ErrorRecords.CustomerRefused(id.ToString(), "its groups", answer.Why));
        }
    }

    private void Write(IReadOnlyList<CustomerGroup> groups)
    {
        foreach (var group in _names is null ? groups : NameChoice.Choose(_names, groups, group => group.Name).Chosen)
        {
            RememberedSessions.Remember(group, CurrentSession);
            WriteObject(group);
        }
    }
}
