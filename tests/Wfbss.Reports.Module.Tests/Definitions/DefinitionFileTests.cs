using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Definitions;

public sealed class DefinitionFileTests
{
    private const string Sound =
        """{ "name": "NAME", "schedule": { "weekly": "Monday", "at": "08:00" }, "contents": ["VirusSummary"] }""";

    private const string Two = """
        $weekly = New-WfbssReportDefinition Weekly -DayOfWeek Friday -At 08:00:30 -Content VirusSummary -Recipient a@b.example
        $monthly = New-WfbssReportDefinition 'Monthly – Zürich' -DayOfMonth 5 -At 08:00 -Content 100, 101 -GroupId 1, 2 -Enabled $false
        """;

    [Theory]
    [InlineData("$weekly | Export-WfbssReportDefinition out.json", 1)]
    [InlineData("$weekly, $monthly | Export-WfbssReportDefinition out.json", 2)]
    [InlineData("Export-WfbssReportDefinition -Path out.json -Definition $weekly, $monthly", 2)]
    public async Task What_Export_wrote_Import_reads_as_the_same(string export, int count)
    {
        using var folder = new TemporaryFolder();
        using var host = await InAsync(folder);

        var run = await host.RunAsync($"{Two}\n{export}\n$read = Import-WfbssReportDefinition out.json; $read.Count; $read[0] -eq $weekly; if ($read.Count -eq 2) {{ $read[1] -eq $monthly }}");

        Assert.Equal(count == 2 ? [2, true, true] : new object[] { 1, true }, run.Clean().Output.Select(item => item.BaseObject));
    }

    [Theory]
    [InlineData("Import-WfbssReportDefinition *.json")]
    [InlineData("'a*.json', 'b.json' | Import-WfbssReportDefinition")]
    [InlineData("Get-ChildItem | Import-WfbssReportDefinition")]
    [InlineData("Get-ChildItem | Select-Object -Property FullName | Import-WfbssReportDefinition")]
    [InlineData("Get-ChildItem | Select-Object -Property PSPath | Import-WfbssReportDefinition")]
    [InlineData("Import-WfbssReportDefinition -LiteralPath 'a[1].json', 'b.json'")]
    public async Task Files_come_by_wildcard_by_literal_path_and_from_the_pipeline(string import)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a[1].json", Sound);
        folder.Write("b.json", $"[{Sound}, {Sound}]");
        using var host = await InAsync(folder);

        Assert.Equal(3, (await host.RunAsync(import)).Clean().Output.Count);
    }

    [Fact]
    public async Task Every_mistake_of_a_file_is_an_error_with_file_line_and_property_and_no_part_of_the_definitions_comes_out()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.json", "{\n  \"name\": \"a:b\",\n  \"shedule\": {},\n  \"contents\": [\"VirusSummary\"]\n}");
        folder.Write("2.json", "{ \"name\": ");
        folder.Write("3.json", Sound);
        using var host = await InAsync(folder);

        var run = await host.RunAsync("Import-WfbssReportDefinition *.json, none.json, none*.json");

        Assert.Empty(run.Output);
        Assert.Null(run.Failure);
        Assert.Contains("not even those that are right (1)", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(
            ["schedule 1", "name 2", "shedule 3", " 1"],
            run.Errors.Where(error => Invocation.IdOf(error) == "InvalidDefinitionFile").Select(error => PlaceOf(error.TargetObject)));
        Assert.Contains("1.json, line 3, shedule: There is no such property. Did you mean 'schedule'?", run.Errors[2].ToString(), StringComparison.Ordinal);
        Assert.Equal("FileNotFound", Invocation.IdOf(Assert.Single(run.Errors, error => error.CategoryInfo.Category is ErrorCategory.ObjectNotFound)));
    }

    [Fact]
    public async Task Test_tells_for_each_file_whether_it_is_right()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.json", Sound);
        folder.Write("2.json", "{}");
        using var host = await InAsync(folder);

        var run = await host.RunAsync("Test-WfbssReportDefinition *.json; Import-WfbssReportDefinition 1.json | Test-WfbssReportDefinition");

        Assert.Equal([true, false, true], run.Clean().Output.Select(item => item.BaseObject));
    }

    [Fact]
    public async Task Test_tells_in_detail_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.json", Sound);
        folder.Write("2.json", "{\n  \"name\": \"x\",\n  \"contents\": [\"VirusSummary\"],\n  \"schedule\": { \"monthly\": 32, \"at\": \"08:00\" }\n}");
        using var host = await InAsync(folder);

        var run = await host.RunAsync("Test-WfbssReportDefinition *.json -Detailed");

        var problem = Assert.Single(run.Clean().Output);
        Assert.Equal("schedule.monthly 4", PlaceOf(problem));
        Assert.Equal(folder.File("2.json"), problem.Properties["File"].Value);
        Assert.Contains("32 is not a day", (string)problem.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_replaces_a_file_unless_NoClobber_forbids_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("out.json", "old");
        using var host = await InAsync(folder);

        var refused = await host.RunAsync($"{Two}\n$weekly | Export-WfbssReportDefinition out.json -NoClobber");
        Assert.Equal("old", await File.ReadAllTextAsync(path));
        refused.FailedWith("FileExists");

        (await host.RunAsync("$weekly | Export-WfbssReportDefinition out.json -WhatIf")).Clean();
        Assert.Equal("old", await File.ReadAllTextAsync(path));

        var passed = (await host.RunAsync("$weekly | Export-WfbssReportDefinition out.json -PassThru")).Clean();
        Assert.Equal(path, Assert.IsType<FileInfo>(Assert.Single(passed.Output).BaseObject).FullName);
        Assert.StartsWith("{", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_replaces_a_read_only_file_only_by_force()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("out.json", "old");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        using var host = await InAsync(folder);

        (await host.RunAsync($"{Two}\n$weekly | Export-WfbssReportDefinition out.json -Force")).Clean();

        Assert.StartsWith("{", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_says_when_the_folder_is_not_there()
    {
        using var folder = new TemporaryFolder();
        using var host = await InAsync(folder);

        var error = (await host.RunAsync($"{Two}\n$weekly | Export-WfbssReportDefinition no/such/out.json")).FailedWith("FileUnwritable");

        Assert.Equal(ErrorCategory.WriteError, error.CategoryInfo.Category);
    }

    [Fact]
    public async Task The_module_ships_the_schema()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync("(Get-Module Wfbss.Reports).ModuleBase");

        var schema = Path.Combine(Assert.Single(run.Clean().Output).ToString(), "Schema", "wfbss-report-definition.schema.json");
        Assert.True(File.Exists(schema), schema);
    }

    private static async Task<ModuleHost> InAsync(TemporaryFolder folder)
    {
        var host = await ModuleHost.StartAsync();
        (await host.RunAsync("Set-Location -LiteralPath $folder", ("folder", folder.Path))).Clean();
        return host;
    }

    private static string PlaceOf(object? problem)
    {
        var properties = PSObject.AsPSObject(problem!).Properties;
        return $"{properties["Property"].Value} {properties["Line"].Value}";
    }
}
