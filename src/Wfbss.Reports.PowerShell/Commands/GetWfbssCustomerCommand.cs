using System.Management.Automation;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Get-WfbssCustomer: lists customers, page by page as they are wanted.</summary>
[Cmdlet(VerbsCommon.Get, "WfbssCustomer", DefaultParameterSetName = NameSet, HelpUri = HelpPages.GetWfbssCustomer)]
[OutputType(typeof(Customer))]
public sealed class GetWfbssCustomerCommand : SessionCommand
{
    private const string NameSet = "Name";
    private const string IdSet = "Id";
    private readonly List<CustomerId> _asked = [];
    private long _position;

    /// <summary>What the company's name contains; with wildcards, what the whole name is like.</summary>
    [Parameter(ParameterSetName = NameSet, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <summary>The ids of the customers to read.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "cid")]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public CustomerReference[]? CustomerId { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == NameSet)
        {
            WriteByName();
            return;
        }

        foreach (var reference in CustomerId ?? [])
        {
            _position++;
            if (reference.Id is { } id)
            {
                _asked.Add(id);
            }
            else
            {
                WriteError(ErrorRecords.InvalidCustomerId(reference.Text, _position));
            }

            if (_asked.Count == CustomerIds.MostPerCall)
            {
                WriteAsked();
            }
        }
    }

    private protected override void End() => WriteAsked();

    private void WriteByName()
    {
        var pattern = WildcardPattern.ContainsWildcardCharacters(Name ?? "")
            ? WildcardPattern.Get(Name, WildcardOptions.IgnoreCase)
            : null;
        // An escaped name has no wildcards left, but still its escapes.
        var keyword = pattern is not null ? WildcardKeyword.Of(Name!) : Name is null ? null : WildcardPattern.Unescape(Name);
        WriteAll(new CustomerReader(CurrentSession, Log).ListAsync(keyword), customer =>
        {
            if (pattern is null || pattern.IsMatch(customer.Name))
            {
                WriteObject(customer);
            }
        });
    }

    private void WriteAsked()
    {
        if (_asked.Count == 0)
        {
            return;
        }

        CustomerId[] call = [.. _asked.Distinct()];
        _asked.Clear();

        var refused = new Dictionary<CustomerId, string>();
        var reader = new CustomerReader(new RequestSender(CurrentSession, Log));
        var found = Await(stop => reader.FindCallAsync(call, refused, stop));
        foreach (var customer in found)
        {
            WriteObject(customer);
        }

        var known = new HashSet<string>(found.Select(customer => customer.CustomerId));
        foreach (var id in call)
        {
            if (refused.TryGetValue(id, out var why))
            {
                WriteError(ErrorRecords.CustomerRefused(id.ToString(), "it", why));
            }
            else if (!known.Contains(id.ToString()))
            {
                WriteError(ErrorRecords.CustomerNotFound(id.ToString()));
            }
        }
    }
}
