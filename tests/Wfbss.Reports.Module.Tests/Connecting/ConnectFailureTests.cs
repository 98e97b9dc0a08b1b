using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Connecting;

public sealed class ConnectFailureTests
{
    private const string Connect = "Connect-Wfbss -AccessToken $token -SecretKey $key -BaseUri $uri";

    [Fact]
    public async Task A_wrong_key_is_refused_with_what_to_check()
    {
        await using var server = await SandboxServer.StartAsync();

        var error = await FailAsync("AccessDenied", server.AccessToken, "another key", server.BaseUri);

        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains("Check the access token and the secret key", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("clock", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, "behind")]
    [InlineData(-60, "ahead of")]
    public async Task A_wrong_clock_is_named_as_the_cause(int minutes, string direction)
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { ClockOffset = TimeSpan.FromMinutes(minutes) });

        var error = await FailAsync("AccessDenied", server.AccessToken, server.SecretKey, server.BaseUri);

        Assert.Contains($"clock is 60 minutes {direction} the service's", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Set this machine's clock", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_off_but_accepted_gives_a_warning()
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { ClockOffset = TimeSpan.FromMinutes(-10) });
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(Connect, Workplace.KeyPairOf(server));

        Assert.Contains("10 minutes ahead", Assert.Single(run.Clean().Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_named_as_such()
    {
        var error = await FailAsync("Unreachable", "token", "key", new Uri($"http://127.0.0.1:{UnusedPort()}"));

        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("Check -BaseUri, the network", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_of_which_nobody_knows_the_name_is_named_as_such()
    {
        var error = await FailAsync("Unreachable", "token", "key", new Uri("https://smpi.invalid"));

        Assert.Contains("smpi.invalid", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://smpi.example.com")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("cspi.trendmicro.com")]
    [InlineData("https://cspi.trendmicro.com/?key=1")]
    public async Task An_address_that_a_secret_may_not_be_sent_to_is_refused(string address)
    {
        var error = await FailAsync("HttpsRequired", "token", "key", new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.Equal(ErrorCategory.SecurityError, error.CategoryInfo.Category);
        Assert.Contains("Give -BaseUri the SMPI URL", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:hidden@cspi.trendmicro.com")]
    [InlineData("user:hidden@cspi.trendmicro.com")]
    public async Task A_password_in_the_address_is_refused_and_not_shown(string address)
    {
        var error = await FailAsync("HttpsRequired", "token", "key", new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.Contains("the key pair as -Credential", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy.corp:8080", "http://proxy.corp:8080")]
    [InlineData("", "http://proxy.corp:8080")]
    [InlineData("ftp://proxy.corp", "http://proxy.corp:8080")]
    [InlineData("http://user:hidden@proxy.corp:8080", "-ProxyCredential")]
    [InlineData("user:hidden@proxy.corp:8080", "-ProxyCredential")]
    public async Task A_proxy_that_cannot_work_is_refused_with_what_is_needed(string proxy, string advice)
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(
            Connect + $" -Proxy '{proxy}' -SkipVerification", ("token", "token"), ("key", Workplace.Secure("key")), ("uri", "https://smpi.invalid"));

        var error = run.FailedWith("InvalidValue");
        Assert.StartsWith("-Proxy '", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", $"{error} {error.TargetObject} {error.Exception}", StringComparison.Ordinal);
        Assert.Empty((await host.RunAsync("Get-WfbssSession")).Output);
    }

    [Fact]
    public async Task A_credential_for_a_proxy_needs_the_proxy()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(
            Connect + " -ProxyCredential $credential -SkipVerification",
            ("token", "token"),
            ("key", Workplace.Secure("key")),
            ("uri", "https://smpi.invalid"),
            ("credential", new PSCredential("user", Workplace.Secure("password"))));

        Assert.Contains("Specify -Proxy, too", run.FailedWith("InvalidValue").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_cannot_be_reached_leaves_the_write_not_done()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(
            Connect + $" -Proxy $proxy -SkipVerification -MaximumRetryCount 0; $id | New-WfbssScheduledReport {Workplace.Weekly}",
            ("token", "token"),
            ("key", Workplace.Secure("key")),
            ("uri", "https://smpi.invalid"),
            ("proxy", $"http://127.0.0.1:{UnusedPort()}"),
            ("id", Guid.NewGuid()));

        run.OneError("NotDone");
        Assert.Equal("NotDone", Assert.Single(run.Outcomes).Status);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_not_waited_for()
    {
        var time = new HeldTime();
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Latency = HeldTime.AnyWait, TimeProvider = time });
        using var host = await ModuleHost.StartAsync();

        var error = (await host.RunAsync(Connect + " -TimeoutSec 1", Workplace.KeyPairOf(server))).FailedWith("TimedOut");

        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("-TimeoutSec", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_key_is_refused_before_anything_is_sent()
    {
        await using var server = await SandboxServer.StartAsync();
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync(
            Connect, ("token", server.AccessToken), ("key", Workplace.Secure("")), ("uri", server.BaseUri));

        Assert.Contains("the secret key is empty", run.FailedWith("InvalidValue").ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Counters.Requests);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("token\r\nx-other: 1")]
    public async Task A_token_that_no_header_can_carry_is_refused(string token)
    {
        var error = await FailAsync("InvalidValue", token, "key", new Uri("https://cspi.trendmicro.com"));

        Assert.Contains("-AccessToken", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_connection_leaves_the_session_that_was_there()
    {
        await using var place = await Workplace.StartAsync();
        var before = (await place.RunAsync("Get-WfbssSession")).Clean().Output.Single();
        (await place.RunAsync(Connect, ("key", Workplace.Secure("another key")))).FailedWith("AccessDenied");

        var after = (await place.RunAsync("Get-WfbssSession")).Clean().Output.Single();

        Assert.Same(before.BaseObject, after.BaseObject);
        (await place.RunAsync("Get-WfbssCustomer")).Clean();
    }

    private static async Task<ErrorRecord> FailAsync(string id, string token, string key, Uri uri)
    {
        using var host = await ModuleHost.StartAsync();
        var run = await host.RunAsync(Connect, ("token", token), ("key", Workplace.Secure(key)), ("uri", uri));
        return run.FailedWith(id);
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
