using System.Runtime.Versioning;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Client.Tests.Runtime;

public sealed class FlavourTests
{
    [Fact]
    public void The_client_under_test_is_the_one_that_ships_for_dotnet_8()
    {
        var target = typeof(WfbssSession).Assembly.GetCustomAttributes(typeof(TargetFrameworkAttribute), inherit: false);

        Assert.Equal(".NETCoreApp,Version=v8.0", Assert.IsType<TargetFrameworkAttribute>(Assert.Single(target)).FrameworkName);
    }
}
