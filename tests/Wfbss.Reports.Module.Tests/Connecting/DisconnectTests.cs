using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Connecting;

public sealed class DisconnectTests
{
    [Theory]
    [InlineData("Get-WfbssCustomer")]
    [InlineData("'8D0D3F3B-62A4-4B52-8D9C-0BDE2E1D7C11' | New-WfbssScheduledReport " + Workplace.Weekly)]
    public async Task Without_a_session_each_cmdlet_says_how_to_get_one(string script)
    {
        using var host = await ModuleHost.StartAsync();

        var error = (await host.RunAsync(script)).FailedWith("NotConnected");

        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("Run Connect-Wfbss first", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_disconnecting_there_is_no_session()
    {
        await using var place = await Workplace.StartAsync();

        (await place.RunAsync("Disconnect-Wfbss")).Clean();

        Assert.Empty((await place.RunAsync("Get-WfbssSession")).Clean().Output);
        (await place.RunAsync("Get-WfbssCustomer")).FailedWith("NotConnected");
    }

    [Theory]
    [InlineData("Disconnect-Wfbss")]
    [InlineData("Disconnect-Wfbss $session")]
    [InlineData("$session | Disconnect-Wfbss")]
    public async Task A_session_that_was_disconnected_cannot_be_used(string disconnect)
    {
        await using var place = await Workplace.StartAsync();
        (await place.RunAsync($"$session = Get-WfbssSession; {disconnect}")).Clean();

        var error = (await place.RunAsync("Get-WfbssCustomer -Session $session")).FailedWith("SessionClosed");

        Assert.Contains("Connect again with Connect-Wfbss", error.ToString(), StringComparison.Ordinal);
        Assert.False((bool)(await place.RunAsync("$session.IsOpen")).Output.Single().BaseObject);
        Assert.Equal(0, place.Server.Counters.Requests);
    }

    [Fact]
    public async Task Disconnecting_twice_does_no_harm()
    {
        await using var place = await Workplace.StartAsync();

        var run = await place.RunAsync("($session = Get-WfbssSession).IsOpen; Disconnect-Wfbss; Disconnect-Wfbss; Disconnect-Wfbss $session; $session.IsOpen");

        Assert.Equal([true, false], run.Clean().Output.Select(isOpen => (bool)isOpen.BaseObject));
    }

    [Fact]
    public async Task Disconnecting_another_session_leaves_the_default_alone()
    {
        await using var place = await Workplace.StartAsync();
        await using var other = await Workplace.StartAsync();
        var session = (await other.RunAsync("Get-WfbssSession")).Clean().Output.Single();

        (await place.RunAsync("$other | Disconnect-Wfbss", ("other", session))).Clean();

        (await place.RunAsync("Get-WfbssCustomer")).Clean();
    }
}
