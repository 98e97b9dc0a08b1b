namespace Wfbss.Reports.Sandbox.Tests.Support;

/// <summary>Starts a sandbox for a test and stops it afterwards.</summary>
public abstract class SandboxTest : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _servers = [];
    private readonly List<IDisposable> _callers = [];

    private protected SandboxServer Server { get; private set; } = null!;

    private protected Caller Caller { get; private set; } = null!;

    private protected SandboxCustomer First => Server.State.Customers[0];

    private protected SandboxCustomer Second => Server.State.Customers[1];

    public async ValueTask DisposeAsync()
    {
        _callers.ForEach(caller => caller.Dispose());
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected async Task StartAsync(SandboxOptions? options = null)
    {
        Server = await SandboxServer.StartAsync(options);
        Caller = new Caller(Server);
        _servers.Add(Server);
        _callers.Add(Caller);
    }

    private protected static string Cids(params IEnumerable<SandboxCustomer> customers) =>
        "cids=" + string.Join(',', customers.Select(customer => customer.Id));
}
