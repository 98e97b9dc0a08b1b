namespace Wfbss.Reports.Sandbox;

/// <summary>Listing and index that always belong together; replaced as a whole, so that readers need no lock.</summary>
internal sealed class CustomerDirectory(SandboxCustomer[] listing)
{
    public SandboxCustomer[] Listing { get; } = listing;

    public Dictionary<Guid, SandboxCustomer> Index { get; } = listing.ToDictionary(customer => customer.Id);
}
