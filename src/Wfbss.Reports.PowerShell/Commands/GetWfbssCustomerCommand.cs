using System.Management.Automation;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// Get-WfbssCustomer: lists customers, page by page as they are wanted, or finds those that rows name by id or by name; a row's
/// other columns stay with its customer.
/// </summary>
[Cmdlet(VerbsCommon.Get, "WfbssCustomer", DefaultParameterSetName = NameSet, HelpUri = HelpPages.GetWfbssCustomer)]
[OutputType(typeof(Customer))]
public sealed class GetWfbssCustomerCommand : SessionCommand
{
    private const string NameSet = "Name";
    private const string SearchSet = "Search";
    private const string IdSet = "Id";
    private readonly List<CustomerReference> _asked = [];
    private CustomerInputs<Guid>? _inputs;
    private CustomerFinder? _finder;
    private CustomerRows? _rows;

    /// <summary>The companies' names: exact, or with wildcards.</summary>
    [Parameter(ParameterSetName = NameSet, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [TextTransformation(IsList = true)]
    public string[]? Name { get; set; }

    /// <summary>What the company's name contains, as the service searches.</summary>
    [Parameter(ParameterSetName = SearchSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [TextTransformation]
    public string? Search { get; set; }

    /// <summary>The ids of the customers to read; in a pipeline also names, or rows with an id or a Name.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id", "cid")]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public CustomerReference[]? CustomerId { get; set; }

    /// <summary>Rows about customers, by id or exact name, whose columns are added to the customers.</summary>
    [Parameter]
    [ValidateNotNull]
    public object[]? CustomerData { get; set; }

    private protected override void Begin()
    {
        _inputs = new CustomerInputs<Guid>(this);
        try
        {
            _rows = CustomerData is null ? null : new CustomerRows(CustomerData);
        }
        catch (FormatException exception)
        {
            Fail(ErrorRecords.BadValue(nameof(CustomerData), "", exception.Message));
        }
    }

    private protected override void Process()
    {
        if (ParameterSetName != IdSet)
        {
            WriteListed();
            return;
        }

        foreach (var (reference, input) in _inputs!.Take(CustomerId))
        {
            Take(reference, input);
        }
    }

    private protected override void End()
    {
        _ = CurrentSession;
        WriteAsked();
        _inputs!.WarnOfRepeats();
    }

    private void WriteListed()
    {
        if (Name is null)
        {
            WriteAll(new CustomerReader(CurrentSession, Log).ListAsync(Search), customer => Write(customer, row: null));
            return;
        }

        foreach (var choice in NameFilter.Of(Name)!)
        {
            if (choice.IsPattern && Name.Length == 1)
            {
                WriteAll(new CustomerReader(CurrentSession, Log).ListAsync(WildcardKeyword.Of(choice.Name)), customer => WriteIfMatch(choice, customer));
                return;
            }

            WriteNamed(choice, reference: null);
        }
    }

    private void WriteIfMatch(NameChoice choice, Customer customer)
    {
        if (choice.IsMatch(customer.Name) || choice.IsNamed(customer.Name))
        {
            Write(customer, row: null);
        }
    }

    private void Take(CustomerReference reference, CustomerInput input)
    {
        if (reference.Id is { } id)
        {
            if (reference.Row is not null || _inputs!.IsNew(id.Value))
            {
                _asked.Add(reference);
            }

            if (_asked.Count == CustomerIds.MostPerCall)
            {
                WriteAsked();
            }
        }
        else if (NameOf(reference) is { } name)
        {
            // What came before comes out before.
            WriteAsked();
            WriteNamed(NameFilter.Of([name])![0], reference);
        }
        else
        {
            WriteError(ErrorRecords.InvalidCustomerId(input));
        }
    }

    private static string? NameOf(CustomerReference reference) =>
        ObjectMembers.Unwrap(reference.Source) is string { Length: > 0 } text ? text : reference.Row?.Text("Name");

    private void WriteNamed(NameChoice choice, CustomerReference? reference)
    {
        _finder ??= new CustomerFinder(List);
        var found = _finder.Find(choice);
        if (found.Count == 0 && !choice.IsPattern)
        {
            WriteError(ErrorRecords.CustomerNotNamed(choice.Name));
        }
        else if (found.Count > 1 && !choice.IsPattern)
        {
            WriteError(ErrorRecords.SeveralCustomersNamed(choice.Name, found));
        }
        else
        {
            foreach (var customer in found)
            {
                Write(customer, reference?.Row);
            }
        }
    }

    private List<Customer> List(string? keyword)
    {
        var customers = new List<Customer>();
        WriteAll(new CustomerReader(CurrentSession, Log).ListAsync(keyword), customers.Add);
        return customers;
    }

    private void WriteAsked()
    {
        if (_asked.Count == 0)
        {
            return;
        }

        CustomerReference[] asked = [.. _asked];
        _asked.Clear();

        var refused = new Dictionary<CustomerId, string>();
        var reader = new CustomerReader(new RequestSender(CurrentSession, Log));
        var found = Await(stop => reader.FindCallAsync([.. asked.Select(reference => reference.Id!.Value).Distinct()], refused, stop))
            .ToDictionary(customer => customer.CustomerId);
        foreach (var reference in asked)
        {
            var id = reference.Id!.Value;
            if (found.TryGetValue(id.ToString(), out var customer))
            {
                Write(customer, reference.Row);
            }
            else
            {
                WriteError(refused.TryGetValue(id, out var why)
                    ? ErrorRecords.CustomerRefused(id.ToString(), "it", why)
                    : ErrorRecords.CustomerNotFound(id.ToString()));
            }
        }
    }

    private void Write(Customer customer, ObjectMembers? row)
    {
        RememberedSessions.Remember(customer, CurrentSession);
        try
        {
            var joined = _rows?.For(customer);
            _ = row is null ? null : CustomerRows.Attach(customer, row);
            WriteObject(joined is null ? customer : CustomerRows.Attach(customer, joined));
        }
        catch (FormatException exception)
        {
            WriteError(ErrorRecords.BadValue(nameof(CustomerData), customer.Name, exception.Message));
        }
    }
}
