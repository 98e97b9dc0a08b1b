using Wfbss.Reports.DesktopTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.DesktopTests;

/// <summary>
/// The assembled module's client on Mono, which stands for the .NET Framework of Windows PowerShell 5.1: a whole run for
/// 200 customers, with faults, alone and beside a module that brought another System.Text.Json.
/// </summary>
public sealed class CreateRunTests
{
    private const int Customers = 200;

    /// <summary>As in the program: every character that a query, a body or a signature could stumble over.</summary>
    private const string HardName = "M\u00fcller & S\u00f6hne + #1 100% ~x (a'b!) \uff08\u6771\u4eac\uff09 \U0001f600";

    [Fact]
    public Task Every_customer_gets_one_report() => RunAsync(neighbour: null);

    [Fact]
    public async Task Every_customer_gets_one_report_beside_a_module_with_an_older_System_Text_Json() =>
        Assert.Contains("still works with its System.Text.Json 6.0.", await RunAsync(DesktopBuild.OlderNeighbour));

    [Fact]
    public async Task Every_customer_gets_one_report_beside_a_module_with_a_newer_System_Text_Json() =>
        Assert.Contains("still works with its System.Text.Json 10.0.", await RunAsync(DesktopBuild.NewerNeighbour));

    private static async Task<string> RunAsync(string? neighbour)
    {
        Assert.SkipUnless(MonoRuntime.WhatIsMissing is null, MonoRuntime.WhatIsMissing ?? "");
        await using var server = await SandboxServer.StartAsync(new SandboxOptions
        {
            Customers = Customers - 1,
            FullCustomers = 1,
            Latency = TimeSpan.FromMilliseconds(20),
            RequireContentType = true,
        });
        server.State.AddCustomer(HardName);
        ScriptFaults(server);

        var result = await MonoRuntime.RunAsync(server, neighbour);

        Assert.True(result.ExitCode == 0, result.Errors + result.Output);
        TestContext.Current.SendDiagnosticMessage(result.Output);
        Assert.Contains("own System.Text.Json 8.0.0.", result.Output);
        AssertTheServiceSawNoWrong(server);
        return result.Output;
    }

    private static void ScriptFaults(SandboxServer server)
    {
        // The client's patience is shorter than the delay.
        SandboxFault[] onWrites =
        [
            SandboxFault.DropAfterCommit, SandboxFault.CloseAfterCommit, SandboxFault.DropBeforeCommit,
            SandboxFault.TooManyRequests(TimeSpan.FromSeconds(1)), SandboxFault.InternalErrorAfterCommit,
            SandboxFault.Truncate, SandboxFault.Garbage, SandboxFault.DelayReply(TimeSpan.FromSeconds(6)),
        ];
        foreach (var fault in onWrites)
        {
            server.Faults.Script(fault, when: request => request.IsWrite);
        }

        server.Faults.Script(SandboxFault.CloseBeforeCommit, when: request => request is { Method: "GET", Resource: "report" });
    }

    private static void AssertTheServiceSawNoWrong(SandboxServer server)
    {
        Assert.Equal(0, server.Faults.ScriptedLeft);
        // The program says that each has one report; the service must agree, and have seen no write twice.
        var made = server.State.Customers.Select(customer => customer.Reports.Count(report => report.Name.EndsWith(HardName, StringComparison.Ordinal)));
        Assert.Equal(Customers - 1, made.Count(count => count == 1));
        Assert.Equal(Customers - 1, made.Sum());
        Assert.Equal(0, server.Counters.Unauthorized);
        Assert.Equal(server.Counters.Log.Count, server.Counters.Log.Select(request => request.TraceId).Distinct().Count());
        Assert.All(server.Counters.Log, request => Assert.Equal("application/json; charset=utf-8", request.ContentType));
        Assert.InRange(server.Counters.MaxInFlight, 3, 6);
    }
}
