using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Contents;

public sealed class NewContentTests
{
    [Theory]
    [InlineData("New-WfbssReportContent VirusSummary, virussummary, VIRUSSUMMARY", "100,100,100")]
    [InlineData("New-WfbssReportContent 100, '701', Top5UrlCategoryPoliciesViolated", "100,701,600")]
    [InlineData("'VirusSummary', 101 | New-WfbssReportContent", "100,101")]
    [InlineData("New-WfbssReportContent VirusSummary | New-WfbssReportContent", "100")]
    [InlineData("New-WfbssReportContent 'Top 10 Network Viruses Detected'", "300")]
    [InlineData("New-WfbssReportContent -All", "100,101,102,200,201,202,300,301,400,500,501,600,601,700,701")]
    public async Task Names_and_numbers_make_contents(string script, string numbers)
    {
        using var host = await ModuleHost.StartAsync();

        var contents = (await host.RunAsync(script)).Clean().Output;

        Assert.Equal(numbers, string.Join(',', contents.Select(content => content.Properties["Number"].Value)));
        Assert.All(contents, content => Assert.NotEmpty((string)content.Properties["Title"].Value));
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_names_that_there_are()
    {
        using var host = await ModuleHost.StartAsync();
        var names = (await host.RunAsync("(New-WfbssReportContent -All).Name")).Clean().Output;

        var run = await host.RunAsync("New-WfbssReportContent Virus-Summary");

        var error = run.FailedWith("ParameterArgumentTransformationError");
        Assert.Contains("'Virus-Summary' is not a report content", error.ToString(), StringComparison.Ordinal);
        Assert.All(names, name => Assert.Contains(name.ToString(), error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Part_of_a_name_is_answered_with_the_names_that_are_like_it()
    {
        using var host = await ModuleHost.StartAsync();

        var error = (await host.RunAsync("New-WfbssReportContent spyware")).FailedWith("ParameterArgumentTransformationError");

        Assert.Contains("SpywareGraywareSummary", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("VirusSummary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_number_is_one_error_and_the_others_come()
    {
        using var host = await ModuleHost.StartAsync();

        var run = await host.RunAsync("100, 999, 101 | New-WfbssReportContent");

        Assert.Equal(2, run.Output.Count);
        var error = run.OneError("InvalidValue");
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("999", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("New-WfbssReportContent -All", error.ToString(), StringComparison.Ordinal);
    }
}
