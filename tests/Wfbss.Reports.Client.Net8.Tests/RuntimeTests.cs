using System.Text.Json;

namespace Wfbss.Reports.Client.Tests.Runtime;

public sealed class RuntimeTests
{
    [Fact]
    public void These_tests_run_on_dotnet_8() => Assert.Equal(8, Environment.Version.Major);

    [Theory]
    [InlineData(typeof(JsonDocument))]
    [InlineData(typeof(HttpClient))]
    [InlineData(typeof(TimeProvider))]
    public void What_the_client_uses_is_that_of_the_runtime_and_no_later_package_of_a_test(Type type) =>
        Assert.Equal(8, type.Assembly.GetName().Version!.Major);

    [Fact]
    public void The_process_that_a_test_kills_brings_dotnet_8_too()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Wfbss.Reports.KillTarget.runtimeconfig.json");

        using var configuration = JsonDocument.Parse(File.ReadAllText(path));

        var frameworks = configuration.RootElement.GetProperty("runtimeOptions").GetProperty("includedFrameworks");
        Assert.StartsWith("8.", Assert.Single(frameworks.EnumerateArray()).GetProperty("version").GetString());
    }
}
