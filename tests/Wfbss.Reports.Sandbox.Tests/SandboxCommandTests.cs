using System.Globalization;
using System.Text.RegularExpressions;
using Wfbss.Reports.Sandbox.CommandLine;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed partial class SandboxCommandTests : SandboxTest
{
    [Theory]
    [InlineData("--customers", "many")]
    [InlineData("--customers", "-1")]
    [InlineData("--port", "65536")]
    [InlineData("--latency", "1.5")]
    [InlineData("--seed", "x")]
    [InlineData("--full", "25")]
    [InlineData("--faults", "1.1")]
    [InlineData("--faults", "0,25")]
    [InlineData("--colour", "red")]
    public async Task A_wrong_option_is_named_and_ends_with_1(string option, string value)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);

        var exitCode = await SandboxCommand.RunAsync([option, value], output, error);

        Assert.Equal(1, exitCode);
        Assert.Contains(option, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_and_ends_with_1()
    {
        await StartAsync();
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var port = Server.BaseUri.Port.ToString(CultureInfo.InvariantCulture);

        var exitCode = await SandboxCommand.RunAsync(["--port", port], output, error);

        Assert.Equal(1, exitCode);
        Assert.Contains("--port " + port, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_the_line_that_connects_and_serves_until_it_is_stopped()
    {
        await using var output = new WatchedWriter();
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        using var controlC = new CancellationTokenSource();

        var run = SandboxCommand.RunAsync(["--customers", "3", "--full", "1", "--faults", "0.25"], output, error, controlC.Token);
        await output.Flushed;
        var text = output.ToString();
        var address = AddressPattern().Match(text).Value;
        using var http = new HttpClient();
        var page = await http.GetStringAsync(new Uri(address));
        await controlC.CancelAsync();

        Assert.Equal(0, await run);
        Assert.Contains("Customers (3)", page, StringComparison.Ordinal);
        Assert.Contains($"Connect-Wfbss -BaseUri {address} -AccessToken ", text, StringComparison.Ordinal);
        Assert.Contains(" -SecretKey (ConvertTo-SecureString '", text, StringComparison.Ordinal);
        Assert.Contains("Ctrl+C stops it.", text, StringComparison.Ordinal);
        Assert.Empty(error.ToString());
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri(address)));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressPattern();
}
