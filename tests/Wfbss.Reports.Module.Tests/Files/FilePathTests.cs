using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Files;

/// <summary>A path is one of the file system, in every parameter that takes one.</summary>
public sealed class FilePathTests : IAsyncLifetime
{
    private const string Definition = "(New-WfbssReportDefinition x -DayOfWeek Monday -At 08:00 -Content VirusSummary)";

    private readonly TemporaryFolder _folder = new();
    private Workplace _place = null!;

    public static TheoryData<string, string> Commands => new()
    {
        { "JournalPath", $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -JournalPath" },
        { "JournalPath", "$ids | Set-WfbssScheduledReport x -At 09:00 -JournalPath" },
        { "JournalPath", "$ids | Remove-WfbssScheduledReport x -Force -JournalPath" },
        { "JournalPath", $"$ids | Sync-WfbssScheduledReport {Definition} -JournalPath" },
        { "JournalPath", $"$ids | New-WfbssScheduledReport {Workplace.Weekly} -WhatIf -JournalPath" },
        { "Path", "Get-WfbssJournal" },
        { "Path", "Export-WfbssReportOverview" },
        { "Path", $"{Definition} | Export-WfbssReportDefinition" },
        { "Path", "Import-WfbssReportDefinition" },
        { "Path", "Test-WfbssReportDefinition" },
        { "LiteralPath", "Import-WfbssReportDefinition -LiteralPath" },
        { "LiteralPath", "Test-WfbssReportDefinition -LiteralPath" },
    };

    public async ValueTask InitializeAsync() => _place = await Workplace.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _place.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task What_another_provider_resolves_is_refused_with_parameter_and_path(string parameter, string command)
    {
        var error = ErrorOf(await RunAsync($"Set-Location Variable:; {command} ./weekly.file"));

        Assert.Equal("InvalidValue", Invocation.IdOf(error));
        Assert.StartsWith($"-{parameter} './weekly.file': ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("not in the file system", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _place.Server.Counters.Requests);
        Assert.False(File.Exists("weekly.file"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_drive_that_nobody_knows_is_refused_with_parameter_and_path(string parameter, string command)
    {
        var error = ErrorOf(await RunAsync($"{command} nodrive:/weekly.file"));

        Assert.Equal("InvalidValue", Invocation.IdOf(error));
        Assert.StartsWith($"-{parameter} 'nodrive:/weekly.file': ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _place.Server.Counters.Requests);
    }

    [Theory]
    [InlineData("drive:/a[1].x")]
    [InlineData("drive:a[1].x")]
    [InlineData("FileSystem::{0}/a[1].x")]
    [InlineData("{0}/a[1].x")]
    public async Task Drives_and_full_paths_of_the_file_system_mean_the_same_wherever_the_script_is(string form)
    {
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, _folder.Path);

        var run = await RunAsync(
            $"""
            $null = New-PSDrive drive FileSystem $folder -Scope Global
            Set-Location Variable:
            $ids[0] | New-WfbssScheduledReport {Workplace.Weekly} -JournalPath $path | Out-Null
            (Get-WfbssJournal $path).Count
            {Definition} | Export-WfbssReportDefinition $path
            (Import-WfbssReportDefinition -LiteralPath $path).Name
            """,
            ("path", path));

        Assert.Equal([4, "x"], run.Clean().Output.Select(item => item.BaseObject));
        Assert.Equal([_folder.File("a[1].x")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task The_tilde_is_the_home_folder()
    {
        var run = await RunAsync("Get-WfbssJournal ~/no-such-journal.jsonl");

        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "no-such-journal.jsonl");
        Assert.Contains($"'{home}'", run.FailedWith("JournalUnusable").ToString(), StringComparison.Ordinal);
    }

    private Task<Invocation> RunAsync(string script, params (string Name, object? Value)[] variables) =>
        _place.RunAsync(script, [.. variables, ("ids", _place.Ids), ("folder", _folder.Path)]);

    private static ErrorRecord ErrorOf(Invocation run) => run.Failure ?? Assert.Single(run.Errors);
}
