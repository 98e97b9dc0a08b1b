using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Planning;

/// <summary>What is to be done for one customer.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Steps">One step for each definition, then one for each report that is to be removed.</param>
internal sealed record SyncPlan(CustomerReports Customer, IReadOnlyList<SyncStep> Steps)
{
    /// <summary>The steps that need a write.</summary>
    public IReadOnlyList<SyncStep> Changes => [.. Steps.Where(step => step.Result is null)];

    /// <summary>Whether a report is to be removed.</summary>
    public bool Removes => Changes.Any(step => step.Action is SyncAction.Removed);

    /// <summary>The changes, for a person.</summary>
    public override string ToString() =>
        $"{(Removes ? Customer.NameAndId : Customer.Name ?? Customer.CustomerId)}: {string.Join(", ", Changes)}.";
}
