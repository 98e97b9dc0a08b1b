using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Finds customers by name: the first few names by a search of the service each, then all others in one list of all customers,
/// which costs fewer requests.
/// </summary>
/// <param name="list">Lists customers whose name contains a text, or all.</param>
internal sealed class CustomerFinder(Func<string?, IReadOnlyList<Customer>> list)
{
    private const int MostSearches = 5;

    private readonly Dictionary<string, IReadOnlyList<Customer>> _found = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<Customer>? _all;

    /// <summary>The customers of a name, or that match it as a pattern.</summary>
    public IReadOnlyList<Customer> Find(NameChoice choice)
    {
        if (!_found.TryGetValue(choice.Name, out var found))
        {
            found = NameChoice.Choose([choice], Candidates(choice), customer => customer.Name).Chosen;
            _found.Add(choice.Name, found);
        }

        return found;
    }

    private IReadOnlyList<Customer> Candidates(NameChoice choice)
    {
        if (_all is not null || _found.Count >= MostSearches)
        {
            return _all ??= list(null);
        }

        // A name that is exact, brackets included, is asked for as it is.
        if (!choice.IsPattern)
        {
            var exact = list(choice.Name);
            return exact.Any(customer => choice.IsNamed(customer.Name)) ? exact : list(WildcardKeyword.Of(choice.Name));
        }

        return list(WildcardKeyword.Of(choice.Name));
    }
}
