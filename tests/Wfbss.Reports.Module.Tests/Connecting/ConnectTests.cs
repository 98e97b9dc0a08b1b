using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Connecting;

public sealed class ConnectTests
{
    private const string WithKey = "Connect-Wfbss -AccessToken $token -SecretKey $key -BaseUri $uri";

    [Fact]
    public async Task A_credential_connects_with_its_user_name_as_token_and_its_password_as_key()
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();
        var credential = new PSCredential(server.AccessToken, Workplace.Secure(server.SecretKey));

        var run = await host.RunAsync(
            "Connect-Wfbss $credential -BaseUri $uri -PassThru", ("credential", credential), ("uri", server.BaseUri));

        var session = Assert.Single(run.Clean().Output);
        Assert.Equal(server.AccessToken, session.Properties["AccessToken"].Value);
        Assert.Equal(server.BaseUri, session.Properties["BaseUri"].Value);
        Assert.True((bool)session.Properties["IsOpen"].Value);
        Assert.InRange((TimeSpan)session.Properties["ClockSkew"].Value, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
        Assert.Equal(1, server.Counters.Requests);
    }

    [Fact]
    public async Task Connecting_makes_one_call_and_shows_nothing()
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(WithKey, Workplace.KeyPairOf(server));

        Assert.Empty(run.Clean().Output);
        Assert.Equal("GET", Assert.Single(server.Counters.Log).Method);
    }

    [Fact]
    public async Task Without_verification_nothing_is_sent()
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(WithKey + " -SkipVerification -PassThru", Workplace.KeyPairOf(server));

        Assert.Null(Assert.Single(run.Clean().Output).Properties["ClockSkew"].Value);
        Assert.Equal(0, server.Counters.Requests);
    }

    [Theory]
    [InlineData("", "/SMPI/v2.8/service/wfbss/api/customers?")]
    [InlineData("-ApiVersion v2.6", "/SMPI/v2.6/service/wfbss/api/customers?")]
    [InlineData("-ApiVersion ''", "/SMPI/service/wfbss/api/customers?")]
    public async Task The_version_is_part_of_the_path_unless_it_is_empty(string parameter, string path)
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();

        (await host.RunAsync($"{WithKey} {parameter}", Workplace.KeyPairOf(server))).Clean();

        Assert.StartsWith(path, Assert.Single(server.Counters.Log).RawTarget, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'latest/../x'")]
    [InlineData("\"v2.8`n\"")]
    public async Task A_version_of_another_form_is_refused_before_anything_is_sent(string version)
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(WithKey + $" -ApiVersion {version}", Workplace.KeyPairOf(server));

        Assert.Equal(ErrorCategory.InvalidData, run.FailedWith("ParameterArgumentValidationError").CategoryInfo.Category);
        Assert.Equal(0, server.Counters.Requests);
    }

    [Fact]
    public async Task The_session_becomes_the_default_of_the_runspace()
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();
        var connected = (await host.RunAsync(WithKey + " -PassThru", Workplace.KeyPairOf(server))).Clean().Output;

        var shown = (await host.RunAsync("Get-WfbssSession")).Clean().Output;

        Assert.Same(Assert.Single(connected).BaseObject, Assert.Single(shown).BaseObject);
    }

    [Fact]
    public async Task Without_a_session_there_is_none_to_show()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync("Get-WfbssSession -Verbose");

        Assert.Empty(run.Clean().Output);
        Assert.Contains(run.Verbose, line => line.Contains("no session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_runspaces_with_two_services_at_once_never_mix()
    {
        await using var one = await Workplace.StartAsync(new SandboxOptions { Seed = 11, Customers = 120 });
        await using var two = await Workplace.StartAsync(new SandboxOptions { Seed = 22, Customers = 120 });
        var script = $"Get-WfbssCustomer | New-WfbssScheduledReport {Workplace.Weekly}";

        var runs = await Task.WhenAll(one.RunAsync(script), two.RunAsync(script));

        Assert.Equal(one.Ids, runs[0].Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(two.Ids, runs[1].Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.All([one, two], place => Assert.Equal(120, place.Server.Counters.Commits));
        Assert.All([one, two], place => Assert.Equal(0, place.Server.Counters.Unauthorized));
    }

    [Fact]
    public async Task A_session_goes_to_another_runspace_as_an_argument()
    {
        await using var place = await Workplace.StartAsync();
        using var other = await ModuleHost.StartAsync();
        var session = Assert.Single((await place.RunAsync("Get-WfbssSession")).Clean().Output);

        var run = await other.RunAsync("Get-WfbssCustomer -Session $session", ("session", session));

        Assert.Equal(25, run.Clean().Output.Count);
        (await other.RunAsync("Get-WfbssCustomer")).FailedWith("NotConnected");
    }

    [Fact]
    public async Task Several_sessions_are_used_side_by_side()
    {
        await using var one = await Workplace.StartAsync(new SandboxOptions { Seed = 11, Customers = 3 });
        await using var two = await Workplace.StartAsync(new SandboxOptions { Seed = 22, Customers = 4 });
        var other = (await two.RunAsync("Get-WfbssSession")).Clean().Output.Single();

        var run = await one.RunAsync(
            $"(Get-WfbssSession), $other | ForEach-Object {{ Get-WfbssCustomer -Session $_ | New-WfbssScheduledReport {Workplace.Weekly} -Session $_ }}",
            ("other", other));

        Assert.Equal([.. one.Ids, .. two.Ids], run.Clean().Outcomes.Select(outcome => outcome.CustomerId));
        Assert.Equal(3, one.Server.Counters.Commits);
        Assert.Equal(4, two.Server.Counters.Commits);
    }
}
