using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Secrets;

/// <summary>Everything is run with everything shown, and then searched for the secret key and for each signature.</summary>
public sealed class SecretTests
{
    private const string Connect = "Connect-Wfbss -AccessToken $token -SecretKey $key -BaseUri $uri -RetryIntervalSec 0 -PassThru -Verbose -Debug";

    [Fact]
    public async Task No_stream_object_error_or_file_shows_the_key_or_a_signature()
    {
        using var folder = new TemporaryFolder();
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Customers = 60, FullCustomers = 2 });
        using var host = await ModuleHost.StartAsync();
        var journal = folder.File("run.jsonl");
        AddTrouble(server);

        var runs = await RunEverythingAsync(host, server, journal);

        var shown = ShownBy(runs) + host.Screen.Text + await File.ReadAllTextAsync(journal);
        var signatures = server.Counters.Log.SelectMany(request => SignaturesOf(request, server.SecretKey)).ToArray();
        Assert.InRange(signatures.Length, 20, 1_000);
        // The search reaches what is there: the token is not a secret, and the debug stream names each request.
        Assert.Contains(server.AccessToken, shown, StringComparison.Ordinal);
        Assert.All(server.Counters.Log, request => Assert.Contains(request.TraceId!, shown, StringComparison.Ordinal));
        Assert.All(
            [.. Forms(server.SecretKey), .. signatures],
            secret => Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_key_in_a_credential_is_not_shown_by_a_failure()
    {
        using var host = await ModuleHost.StartAsync();
        const string Key = "Zm9ydHktZm91ci1jaGFyYWN0ZXJzLW9mLWEtc2VjcmV0";

        var run = await host.RunAsync(
            "Connect-Wfbss $credential -BaseUri http://smpi.example.com -Verbose -Debug",
            ("credential", new PSCredential("token", Workplace.Secure(Key))));

        run.FailedWith("HttpsRequired");
        Assert.DoesNotContain(Key, ShownBy([run]), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IReadOnlyList<Invocation>> RunEverythingAsync(ModuleHost host, SandboxServer server, string journal)
    {
        var create = $"New-WfbssScheduledReport {Workplace.Weekly} -JournalPath $journal -ThrottleLimit 1 -Verbose -Debug";
        return
        [
            await host.RunAsync(Connect, Workplace.KeyPairOf(server)),
            await host.RunAsync("Get-WfbssSession; Get-WfbssCustomer -Verbose -Debug", ("journal", journal)),
            await host.RunAsync($"Get-WfbssCustomer -Debug | {create}"),
            await host.RunAsync($"Get-WfbssCustomer -Debug | {create} -FailAtEnd"),
            await host.RunAsync($"'nobody', [guid]::NewGuid() | New-WfbssScheduledReport {Workplace.Weekly} -WhatIf -Verbose -Debug"),
            await host.RunAsync("Get-WfbssJournal $journal -Verbose -Debug"),
            await host.RunAsync(Connect, ("key", Workplace.Secure(server.SecretKey + "x"))),
            await host.RunAsync("$session = Get-WfbssSession; Disconnect-Wfbss -Verbose -Debug; $session; Get-WfbssCustomer -Session $session"),
            await host.RunAsync("$Error; $session"),
        ];
    }

    private static void AddTrouble(SandboxServer server)
    {
        server.State.Refuse(server.State.Customers[5].Id);
        server.State.Answer(server.State.Customers[6].Id, "Exception", "stack overflow");
        server.Faults.Script(SandboxFault.TooManyRequests(), when: request => request.IsWrite);
        server.Faults.Script(SandboxFault.DropAfterCommit, when: request => request.IsWrite);
        server.Faults.Script(SandboxFault.Html, when: request => request.IsWrite);
        server.Faults.Script(SandboxFault.InternalError, when: request => request.IsWrite);
    }

    private static string ShownBy(IReadOnlyList<Invocation> runs)
    {
        var lines = runs.SelectMany(run => (string[])[.. run.Verbose, .. run.Debug, .. run.Warnings]);
        object[] all = [.. runs.SelectMany(run => (object?[])[.. run.Output, .. run.Errors, run.Failure, .. run.Progress, .. run.Information]).OfType<object>()];
        // Exceptions less deep: they lead to the method that threw, its assembly, and all that is in it.
        var serialized = all.SelectMany(Parts).Select(part => PSSerializer.Serialize(part, depth: part is Exception ? 1 : 5));
        return string.Join('\n', [.. lines, PrintedText.Of(all), .. serialized]);
    }

    // As it is, and as serialisers write the bytes of it.
    private static string[] Forms(string secret) =>
    [
        secret,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
        Convert.ToHexString(Encoding.Unicode.GetBytes(secret)),
    ];

    // What a cmdlet has put into an error. The engine hangs the whole command and its module on it, megabytes for each.
    private static object?[] Parts(object item) => item switch
    {
        ErrorRecord error => [error.Exception, error.TargetObject, error.ErrorDetails, error.CategoryInfo, error.FullyQualifiedErrorId],
        PSObject { BaseObject: ErrorRecord error } => Parts(error),
        _ => [item],
    };

    // Computed anew, since the sandbox keeps none: with the right key, and with the wrong one that is tried as well.
    private static IEnumerable<string> SignaturesOf(SandboxRequest request, string secret)
    {
        var body = Encoding.UTF8.GetBytes(request.Body);
#pragma warning disable CA5351 // The service's signature is made with MD5.
        var digest = body.Length == 0 ? "" : Convert.ToBase64String(MD5.HashData(body));
#pragma warning restore CA5351
        var message = Encoding.UTF8.GetBytes(request.PosixTime + request.Method + request.RawTarget + digest);
        foreach (var key in (string[])[secret, secret + "x"])
        {
            yield return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), message));
        }
    }
}
