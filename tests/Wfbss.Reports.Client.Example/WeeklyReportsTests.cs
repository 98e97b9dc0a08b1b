using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Example;

public sealed class WeeklyReportsTests
{
    [Fact]
    public async Task The_example_creates_changes_compares_syncs_removes_and_reads()
    {
        await using var service = await SandboxServer.StartAsync(new SandboxOptions { Customers = 3 }, TestContext.Current.CancellationToken);
        var names = service.State.Customers.Select(customer => customer.Name).ToArray();
        using var output = new StringWriter();

        await WeeklyReports.RunAsync(service.BaseUri, service.AccessToken, service.SecretKey, output);

        string[] expected =
        [
            .. names.Select(name => $"{name}: Done "),
            .. names.Take(2).Select(name => $"{name}: changed, Done"),
            .. names.Take(2).Select(name => $"{name}: Weekly security Different: At: 09:30:00, not 08:00:00"),
            $"{names[2]}: Weekly security Same: ",
            .. names.Take(2).Select(name => $"{name}: Replaced"),
            $"{names[2]}: None",
            $"{names[0]}: removed, Done",
            $"{names[0]}: 0 reports",
            .. names.Skip(1).Select(name => $"{name}: 1 report"),
        ];
        Assert.Equal(expected, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal([0, 1, 1], service.State.Customers.Select(customer => customer.Reports.Count));
    }

    [Fact]
    public void What_the_README_shows_is_in_the_example()
    {
        var example = Resource("WeeklyReports.cs").Split('\n', StringSplitOptions.TrimEntries);
        var readme = Resource("README.md").Split('\n').Select(line => line.TrimEnd()).ToArray();
        var from = Array.IndexOf(readme, "```csharp");
        var shown = readme.Skip(from + 1).TakeWhile(line => line != "```").Select(line => line.Trim()).ToArray();

        Assert.True(from > 0);
        Assert.NotEmpty(shown);
        Assert.All(shown, line => Assert.Contains(line, example));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(WeeklyReportsTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
