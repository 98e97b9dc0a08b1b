using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Benchmarks.Hosting;

/// <summary>The customers of a sandbox in another process: those of the same seed in this one.</summary>
internal static class SandboxCustomers
{
    public static async Task<CustomerId[]> IdsAsync(int count)
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Customers = count });
        return [.. server.State.Customers.Select(customer => new CustomerId(customer.Id))];
    }
}
