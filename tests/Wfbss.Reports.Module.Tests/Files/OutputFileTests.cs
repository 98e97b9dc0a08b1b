using System.Management.Automation;
using System.Runtime.Versioning;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Files;

/// <summary>What holds for every cmdlet that writes a file.</summary>
public sealed class OutputFileTests : IAsyncLifetime
{
    private const string Definition =
        "New-WfbssReportDefinition Weekly -DayOfWeek Monday -At 08:00 -Content VirusSummary | Export-WfbssReportDefinition";

    private const string Overview = "@() | Export-WfbssReportOverview";

    private readonly TemporaryFolder _folder = new();
    private Workplace _place = null!;

    public static TheoryData<string> Commands => [Definition, Overview];

    private string Place => _folder.File("a[1].out");

    public async ValueTask InitializeAsync() => _place = await Workplace.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _place.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_file_is_written_with_brackets_as_they_are_and_nothing_beside_it(string command)
    {
        var run = (await WriteAsync(command, "-PassThru")).Clean();

        Assert.Equal(Place, Assert.IsType<FileInfo>(Assert.Single(run.Output).BaseObject).FullName);
        Assert.Equal([Place], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task NoClobber_goes_before_Force(string command)
    {
        await File.WriteAllTextAsync(Place, "old", TestContext.Current.CancellationToken);

        (await WriteAsync(command, "-NoClobber -Force")).FailedWith("FileExists");

        Assert.Equal("old", await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Force_replaces_a_read_only_file_which_stays_read_only(string command)
    {
        await File.WriteAllTextAsync(Place, "old", TestContext.Current.CancellationToken);
        File.SetAttributes(Place, FileAttributes.ReadOnly);

        (await WriteAsync(command)).FailedWith("FileUnwritable");
        Assert.Equal("old", await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken));

        (await WriteAsync(command, "-Force")).Clean();
        Assert.NotEqual("old", await File.ReadAllTextAsync(Place, TestContext.Current.CancellationToken));
        Assert.True(new FileInfo(Place).IsReadOnly);
        File.SetAttributes(Place, FileAttributes.Normal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_folder_is_not_replaced(string command)
    {
        Directory.CreateDirectory(Place);

        var error = (await WriteAsync(command, "-Force")).FailedWith("FileUnwritable");

        Assert.Contains("It is a folder, not a file", error.ToString(), StringComparison.Ordinal);
        Assert.True(Directory.Exists(Place));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_device_is_not_replaced(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Checkout.IsFlavourForWindows, "Windows has no such files.");
        File.CreateSymbolicLink(Place, "/dev/null");

        var error = (await WriteAsync(command, "-Force")).FailedWith("FileUnwritable");

        Assert.Contains("It is a device, not a file", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("/dev/null", new FileInfo(Place).LinkTarget);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_folder_that_is_missing_is_named_before_the_service_is_asked(string command)
    {
        var error = (await _place.RunAsync($"{command} $path", ("path", _folder.File(Path.Combine("none", "x"))))).FailedWith("FileUnwritable");

        Assert.Equal(ErrorCategory.WriteError, error.CategoryInfo.Category);
        Assert.Contains($"There is no folder '{_folder.File("none")}'", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _place.Server.Counters.Requests);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_rehearsal_names_the_file_and_writes_none(string command)
    {
        (await WriteAsync(command, "-WhatIf -PassThru")).Clean();

        Assert.Contains(Place, _place.Host.Screen.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task An_overview_is_for_its_owner_alone_and_a_definition_as_new_files_are()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Checkout.IsFlavourForWindows, "Windows has no such rights.");
        await File.WriteAllTextAsync(_folder.File("usual"), "", TestContext.Current.CancellationToken);

        (await WriteAsync(Definition)).Clean();
        Assert.Equal(File.GetUnixFileMode(_folder.File("usual")), File.GetUnixFileMode(Place));

        File.Delete(Place);
        (await WriteAsync(Overview)).Clean();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place));
    }

    private Task<Invocation> WriteAsync(string command, string parameters = "") =>
        _place.RunAsync($"{command} -Path $path {parameters}", ("path", Place));
}
