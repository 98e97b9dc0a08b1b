using System.Diagnostics;
using System.Text;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>The quickstart as its user starts it: a program with a sandbox and an engine of its own.</summary>
public sealed class QuickstartTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_tour_shows_each_command_and_what_came_of_it()
    {
        var (exitCode, output, errors) = await RunAsync();

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        AssertInOrder(
            output,
            "PS> Connect-Wfbss -PassThru", "http://127.0.0.1:",
            "25 customers",
            "VirusSummary", "Virus Summary",
            "What if: Create the report 'Weekly security' for 3 customers",
            "Weekly security            1 Done", "LimitError    over the report limit", "NotReturned   not known to the service",
            "LimitError,", "-> Remove a report of this customer first",
            "NotReturned,", "-> Check the id",
            "24 skipped, 0 created",
            "\"weekly\": \"Monday\"",
            "Different   At: 17:30:00, not 08:00:00", "Missing", "Same",
            "Replaced Done", "Created  Done",
            "0 changed",
            "overview.html",
            "PS> Disconnect-Wfbss");
    }

    [Fact]
    public async Task The_tour_leaves_the_definition_and_the_overview_in_a_folder_of_its_own()
    {
        await Task.WhenAll(RunAsync(), RunAsync());

        var folders = Directory.GetDirectories(_folder.Path, "wfbss-quickstart-*");
        Assert.Equal(2, folders.Length);
        Assert.All(folders, folder => Assert.Equal(
            ["overview.html", "weekly.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_command_of_the_users_own_is_shown_and_run_instead_of_the_tour()
    {
        var (exitCode, output, _) = await RunAsync("-Customers", "3", "-Command", "Connect-Wfbss; \"$(@(Get-WfbssCustomer).Count) customers\"");

        Assert.Equal(0, exitCode);
        AssertInOrder(output, "PS> Connect-Wfbss;", "3 customers");
        Assert.DoesNotContain("A tour", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_of_the_users_own_is_run_instead_of_the_tour()
    {
        // PowerShell takes the other quote for one too.
        var script = _folder.Write("it's o\u2019neill's.ps1", "Connect-Wfbss; \"$(@(Get-WfbssCustomer).Count) customers\"");

        var (exitCode, output, _) = await RunAsync("-File", script);

        Assert.Equal(0, exitCode);
        Assert.Equal("25 customers", output.Trim());
    }

    [Fact]
    public async Task What_fails_is_shown_and_is_in_the_exit_code()
    {
        var (exitCode, output, _) = await RunAsync("-Command", "throw 'no good'");

        Assert.Equal(1, exitCode);
        Assert.Contains("no good", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_named()
    {
        var (exitCode, _, errors) = await RunAsync("-File", _folder.File("nowhere.ps1"));

        Assert.Equal(1, exitCode);
        Assert.Contains("nowhere.ps1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tour_refuses_any_service_but_the_sandbox()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync($"& {{ {Example.TextOf("quickstart.ps1").Replace("$env:WFBSS_BASE_URI", "'https://cspi.trendmicro.com'", StringComparison.Ordinal)}\n}}");

        Assert.Equal("This tour is for the sandbox.", run.Failure?.ToString());
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Wfbss.Reports.Quickstart.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["TMPDIR"] = _folder.Path, ["TMP"] = _folder.Path, ["TEMP"] = _folder.Path },
        };
        using var process = Process.Start(start)!;
        var streams = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Longest);
        await process.WaitForExitAsync();
        return (process.ExitCode, streams[0], streams[1]);
    }

    private static void AssertInOrder(string text, params string[] parts)
    {
        var position = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is not where it should be in{Environment.NewLine}{text[position..]}");
            position = found + part.Length;
        }
    }
}
