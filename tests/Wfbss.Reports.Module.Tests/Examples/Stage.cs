using System.Collections;
using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>A sandbox, and an engine with the commands that the examples need; no session yet.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Stage(SandboxServer server, ModuleHost host)
    {
        Server = server;
        Host = host;
    }

    public SandboxServer Server { get; }

    public ModuleHost Host { get; }

    /// <summary>A folder of this test's own.</summary>
    public string Folder => _folder.Path;

    /// <summary>The key pair as the examples take it.</summary>
    public PSCredential Credential => new(Server.AccessToken, Workplace.Secure(Server.SecretKey));

    /// <summary>How many reports each customer has.</summary>
    public IEnumerable<int> ReportsOfEach => Server.State.Customers.Select(customer => customer.Reports.Count);

    /// <summary>The requests to create, as they came.</summary>
    public SandboxRequest[] Creates => [.. Server.Counters.Log.Where(request => request.IsWrite)];

    public static async Task<Stage> StartAsync(string standIns = "", SandboxOptions? options = null)
    {
        var stage = new Stage(await SandboxServer.StartAsync(options), await ModuleHost.StartAsync());
        (await stage.Host.RunAsync(standIns, ("asset", stage.Credential))).Clean();
        return stage;
    }

    /// <summary>Runs an example with parameters.</summary>
    public Task<Invocation> RunAsync(string example, Hashtable parameters) => Start(example, parameters).Completion;

    /// <summary>Starts an example with parameters.</summary>
    public RunningScript Start(string example, Hashtable parameters) =>
        Host.Start("& $example @parameters", ("example", Example.PathOf(example)), ("parameters", parameters));

    /// <summary>A file in this test's folder.</summary>
    public string File(string name) => _folder.File(name);

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
