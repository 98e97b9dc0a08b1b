using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// The customers that go into a cmdlet, for every cmdlet that takes some: each gets its position, and what comes again is
/// counted and reported once, at the end.
/// </summary>
/// <typeparam name="TKey">What makes two inputs the same: the customer, or the customer and a report.</typeparam>
internal sealed class CustomerInputs<TKey>(PSCmdlet command)
{
    private readonly HashSet<TKey> _seen = [];
    private long _position;
    private long _repeats;

    /// <summary>
    /// Whether the cmdlet is asked about all customers: none are named, and no pipeline feeds it. An empty pipeline is nobody.
    /// </summary>
    public bool MeansAll => !command.MyInvocation.ExpectingInput && !command.MyInvocation.BoundParameters.ContainsKey("CustomerId");

    /// <summary>Whether the customers come from a pipeline rather than as an argument.</summary>
    public bool ArePiped => command.MyInvocation.ExpectingInput;

    /// <summary>Each customer that was given, with its position.</summary>
    public IEnumerable<(CustomerReference Reference, CustomerInput Input)> Take(CustomerReference[]? given)
    {
        // A list without members is nobody as an argument; in a pipeline it is one object, which names nobody.
        if (given is { Length: 0 } && ArePiped)
        {
            given = [new CustomerReference("") { Problem = "is an empty list" }];
        }

        return (given ?? []).Select(reference => (reference, reference.At(++_position)));
    }

    /// <summary>Whether an input is new; a repeat is counted.</summary>
    public bool IsNew(TKey key)
    {
        var isNew = _seen.Add(key);
        if (!isNew)
        {
            _repeats++;
        }

        return isNew;
    }

    /// <summary>Counts an input that repeats one that came before.</summary>
    public void CountRepeat() => _repeats++;

    /// <summary>Says how many inputs were repeats, if any were.</summary>
    public void WarnOfRepeats()
    {
        if (_repeats > 0)
        {
            command.WriteWarning($"{_repeats} of {_position} inputs were repeats of one that came before; each was taken once and is reported once.");
        }
    }
}
