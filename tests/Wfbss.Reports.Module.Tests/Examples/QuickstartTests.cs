using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Quickstart.Running;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>The quickstart as its user starts it: a program with a sandbox, and the pinned pwsh as a child process.</summary>
public sealed class QuickstartTests : IAsyncLifetime
{
    private const string TwoCustomers = "Get-WfbssCustomer | Select-Object -First 2 | Format-Table Name, LicenseType";
    private readonly TemporaryFolder _folder = new();
    private PinnedPowerShell _powerShell = null!;

    // Before the first test, and not by it: restoring is announced among the errors, which these tests look at.
    public async ValueTask InitializeAsync() => _powerShell = await PinnedPowerShell.FindAsync(Checkout.Root);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

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
            "What if: Create 'Weekly security' (Monday 08:00, Virus Summary, to soc@example.com) for 3 customers",
            "PS> $results = @($customers) + $unknown |", ">>     New-WfbssScheduledReport",
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
    public async Task Two_beside_each_other_have_a_sandbox_and_a_folder_of_their_own()
    {
        var runs = await Task.WhenAll(RunAsync(), RunAsync());

        Assert.All(runs, run => Assert.Equal((0, ""), (run.ExitCode, run.Errors)));
        Assert.All(runs, run => AssertInOrder(run.Output, "24 skipped, 0 created", "PS> Disconnect-Wfbss"));
        var folders = Directory.GetDirectories(_folder.Path, "wfbss-quickstart-*");
        Assert.Equal(2, folders.Length);
        Assert.All(folders, folder => Assert.Equal(
            ["overview.html", "weekly.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_command_has_the_module_a_session_and_all_of_PowerShell()
    {
        var (exitCode, output, errors) = await RunAsync("-Customers", "3", "-Command", $"{TwoCustomers}; $PSVersionTable.PSVersion.ToString()");

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        // Without colours, as it goes into a pipe.
        AssertInOrder(output, "Name ", "LicenseType", "----", _powerShell.Version);
        Assert.DoesNotContain("A tour", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    // What begins a response file, an option and a comment elsewhere.
    [InlineData("@('a', 'b').Count", "2")]
    [InlineData("-join ('a', 'b')", "ab")]
    [InlineData("using namespace System.IO; [Path]::GetFileName('a/b')", "b")]
    public async Task A_command_may_begin_with_anything(string command, string expected)
    {
        var (exitCode, output, errors) = await RunAsync("-Command", command);

        Assert.Equal((0, "", expected), (exitCode, errors, output.Trim()));
    }

    [Fact]
    public async Task A_script_runs_in_the_users_folder_with_the_users_arguments()
    {
        _folder.Write("seats.csv", "Name,Seats\nA,1\nB,22\n");
        // PowerShell takes the other quote for one too.
        var script = _folder.Write(
            "it's o\u2019neill's.ps1",
            "param($Path, [switch] $Interactive, $Rest) Import-Csv $Path | ConvertTo-Json -Compress; \"$Interactive $Rest\"; @(Get-WfbssCustomer).Count");

        var (exitCode, output, errors) = await RunAsync("-Customers", "3", "-File", script, "seats.csv", "-Interactive", "-Rest", "a b");

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["""[{"Name":"A","Seats":"1"},{"Name":"B","Seats":"22"}]""", "True a b", "3"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("'before'; exit 3", 3, "")]
    [InlineData("'before'; throw 'no good'", 1, "no good")]
    public async Task Its_exit_code_is_that_of_pwsh(string command, int expected, string error)
    {
        var script = _folder.Write("own.ps1", command);

        string[][] ways = [["-Command", command], ["-File", script]];
        foreach (var way in ways)
        {
            var (exitCode, output, errors) = await RunAsync(way);

            Assert.Equal((expected, "before"), (exitCode, output.Trim()));
            Assert.Contains(error, errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_named()
    {
        var (exitCode, _, errors) = await RunAsync("-File", _folder.File("nowhere.ps1"));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("nowhere.ps1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_comes_after_the_command_and_reads_what_is_piped_to_it()
    {
        using var quickstart = RunningQuickstart.Start(_folder.Path, "-Customers", "3", "-Command", "$mine = 'kept'", "-Interactive");
        await quickstart.TypeAsync("\"$mine, $(@(Get-WfbssCustomer).Count)\"", "exit 4");

        var (exitCode, output, _) = await quickstart.Completion;

        Assert.Equal(4, exitCode);
        AssertInOrder(output, "connected to a sandbox with 3 customers", "PS ", "kept, 3", "exit 4");
    }

    [Fact]
    public async Task An_interrupt_is_for_pwsh_and_does_not_end_the_quickstart_before_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal for one process.");
        using var quickstart = RunningQuickstart.Start(_folder.Path, "-Command", "'begun'; $null = [Console]::ReadLine(); @(Get-WfbssCustomer).Count; exit 5");
        await quickstart.UntilAsync("begun");

        await quickstart.InterruptAsync();
        await quickstart.TypeAsync("");

        var (exitCode, output, _) = await quickstart.Completion;
        Assert.Equal(5, exitCode);
        AssertInOrder(output, "begun", "25");
    }

    [Fact]
    public async Task The_tour_stops_at_the_first_command_that_fails()
    {
        var script = _folder.Write("tour.ps1", "# One.\n'first'\nGet-Item nowhere\n'last'\n");
        var show = Path.Combine(AppContext.BaseDirectory, "Shell", "Show-Script.ps1");

        var (exitCode, output, errors) = await RunAsync("-File", show, script);

        Assert.Equal(1, exitCode);
        Assert.Equal(["# One.", "PS> 'first'", "first", "PS> Get-Item nowhere"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains("nowhere", errors, StringComparison.Ordinal);
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
        using var quickstart = RunningQuickstart.Start(_folder.Path, arguments);
        await quickstart.TypeAsync();
        return await quickstart.Completion;
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
