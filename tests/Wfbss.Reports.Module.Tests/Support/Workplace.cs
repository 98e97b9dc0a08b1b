using System.Net;
using System.Security;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>A sandbox and an engine that is connected to it; each test has its own.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    /// <summary>The settings of a valid weekly report, as parameters.</summary>
    public const string Weekly = "-Name 'Weekly security' -DayOfWeek Monday -At 08:00 -Content VirusSummary -Recipient soc@example.com";

    /// <summary>Makes a session without a call, and repeats what may be repeated without a wait.</summary>
    private const string Connect =
        "Connect-Wfbss -AccessToken $token -SecretKey $key -BaseUri $uri -SkipVerification -RetryIntervalSec 0";

    private Workplace(SandboxServer server, ModuleHost host)
    {
        Server = server;
        Host = host;
    }

    public SandboxServer Server { get; }

    public ModuleHost Host { get; }

    /// <summary>The ids of all customers, as the service writes them, in its order.</summary>
    public string[] Ids => [.. Server.State.Customers.Select(customer => customer.Id.ToString().ToUpperInvariant())];

    /// <summary>The requests that wanted to write, in the order in which they came.</summary>
    public IReadOnlyList<SandboxRequest> Writes => [.. Server.Counters.Log.Where(request => request.IsWrite)];

    /// <summary>Those of them that wanted to create.</summary>
    public IReadOnlyList<SandboxRequest> Creates => [.. Writes.Where(request => request.Method == "POST")];

    public static async Task<Workplace> StartAsync(SandboxOptions? options = null)
    {
        var place = new Workplace(await SandboxServer.StartAsync(options), await ModuleHost.StartAsync());
        (await place.RunAsync(Connect, [.. KeyPairOf(place.Server)])).Clean();
        return place;
    }

    /// <summary>A workplace whose service answers only when the test lets it.</summary>
    public static Task<Workplace> StartAsync(HeldTime time, SandboxOptions? options = null) =>
        StartAsync((options ?? new SandboxOptions()) with { Latency = HeldTime.AnyWait, TimeProvider = time });

    /// <summary>What a script needs for connecting: <c>$token</c>, <c>$key</c> and <c>$uri</c>.</summary>
    public static (string Name, object? Value)[] KeyPairOf(SandboxServer server) =>
    [
        ("token", server.AccessToken),
        ("key", Secure(server.SecretKey)),
        ("uri", server.BaseUri),
    ];

    public static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    public Task<Invocation> RunAsync(string script, params (string Name, object? Value)[] variables) =>
        Host.RunAsync(script, variables);

    /// <summary>Creates the weekly report for ids.</summary>
    public Task<Invocation> CreateAsync(IEnumerable<string> ids, string parameters = "") =>
        RunAsync($"$ids | New-WfbssScheduledReport {Weekly} {parameters}", ("ids", ids));

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        await Server.DisposeAsync();
    }
}
