using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Connecting;

[Collection(ProcessEnvironment.Collection)]
public sealed class EnvironmentTests : IDisposable
{
    public void Dispose() => ProcessEnvironment.Clear();

    [Fact]
    public async Task The_environment_gives_key_pair_and_address()
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();
        ProcessEnvironment.Set(server.AccessToken, server.SecretKey, server.BaseUri.ToString());

        (await host.RunAsync("Connect-Wfbss")).Clean();

        Assert.Equal(0, server.Counters.Unauthorized);
        Assert.Equal(1, server.Counters.Requests);
    }

    [Fact]
    public async Task An_address_given_wins_over_that_of_the_environment()
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();
        ProcessEnvironment.Set(server.AccessToken, server.SecretKey, "https://elsewhere.invalid");

        (await host.RunAsync("Connect-Wfbss -BaseUri $uri", ("uri", server.BaseUri))).Clean();

        Assert.Equal(1, server.Counters.Requests);
    }

    [Fact]
    public async Task The_address_of_the_environment_is_not_used_for_a_key_that_was_given()
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();
        ProcessEnvironment.Set(null, null, server.BaseUri.ToString());

        var run = await host.RunAsync(
            "Connect-Wfbss -AccessToken $token -SecretKey $key -SkipVerification -PassThru", Workplace.KeyPairOf(server));

        Assert.Equal("https://cspi.trendmicro.com/", Assert.Single(run.Clean().Output).Properties["BaseUri"].Value.ToString());
    }

    [Fact]
    public async Task Without_any_key_pair_it_says_how_to_give_one()
    {
        using var host = await ModuleHost.StartAsync();
        ProcessEnvironment.Set("a token", null, null);

        var error = (await host.RunAsync("Connect-Wfbss")).FailedWith("NoCredential");

        Assert.All(
            ["-Credential", "-AccessToken", "-SecretKey", ProcessEnvironment.Token, ProcessEnvironment.Key],
            way => Assert.Contains(way, error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_none_is_named()
    {
        using var host = await ModuleHost.StartAsync();
        ProcessEnvironment.Set("a-token", "a key", "cspi.trendmicro.com");

        var error = (await host.RunAsync("Connect-Wfbss")).FailedWith("InvalidValue");

        Assert.Contains(ProcessEnvironment.Uri, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("'cspi.trendmicro.com'", error.ToString(), StringComparison.Ordinal);
    }
}
