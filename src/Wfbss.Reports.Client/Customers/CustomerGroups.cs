namespace Wfbss.Reports.Customers;

/// <summary>What the service says of customers' groups. A customer that is in neither is unknown to it.</summary>
/// <param name="Groups">The groups of each customer that the service knows.</param>
/// <param name="Refused">The customers whose groups the service refuses to show, with its words.</param>
internal sealed record CustomerGroups(
    IReadOnlyDictionary<CustomerId, IReadOnlyList<CustomerGroup>> Groups,
    IReadOnlyDictionary<CustomerId, string> Refused);
