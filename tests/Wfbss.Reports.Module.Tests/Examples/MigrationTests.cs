using System.Management.Automation.Language;
using Wfbss.Reports.ModuleTests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>
/// A script written by hand, and its successor. The first needs Invoke-RestMethod, which the engine alone does not have:
/// here it is read, and tests/Pester runs both.
/// </summary>
[Collection(ProcessEnvironment.Collection)]
public sealed class MigrationTests : IAsyncLifetime
{
    private const string After = "migration/after.ps1";
    private Stage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        // More than a page, and one with a full house.
        _stage = await Stage.StartAsync(options: new SandboxOptions { Customers = 105, FullCustomers = 1 });
        ProcessEnvironment.Set(_stage.Server);
    }

    public ValueTask DisposeAsync()
    {
        ProcessEnvironment.Clear();
        return _stage.DisposeAsync();
    }

    [Fact]
    public async Task After_gives_the_customers_of_all_pages_the_report_and_says_who_did_not_get_it()
    {
        var run = await _stage.RunAsync(After, []);

        run.OneError("LimitError");
        Assert.Equal(105, run.Outcomes.Count);
        Assert.Equal(104, run.Outcomes.Count(outcome => outcome.Status == "Done"));
    }

    [Fact]
    public async Task After_can_be_run_again()
    {
        await _stage.RunAsync(After, []);

        var again = await _stage.RunAsync(After, []);

        Assert.Equal(104, again.Outcomes.Count(outcome => outcome.Status == "Skipped"));
        Assert.All(_stage.Server.State.Customers.Where(customer => customer.Reports.Count < 10), customer => Assert.Single(customer.Reports));
    }

    [Fact]
    public async Task After_sends_what_before_sends_to_the_same_place()
    {
        var texts = Example.Parse("migration/before.ps1", out _)
            .FindAll(ast => ast is StringConstantExpressionAst or ExpandableStringExpressionAst, searchNestedScriptBlocks: true)
            .Select(ast => ast is StringConstantExpressionAst constant ? constant.Value : ((ExpandableStringExpressionAst)ast).Value)
            .ToArray();

        await _stage.RunAsync(After, []);

        Assert.Equal(11, _stage.Creates.Length);
        Assert.All(_stage.Creates, request => JsonText.AssertSame(texts.Single(text => text.StartsWith('{')), request.Body));
        var target = texts.Single(text => text.Contains("/report?cids=", StringComparison.Ordinal)).Split('$')[0];
        Assert.All(_stage.Creates, request => Assert.StartsWith(target, request.RawTarget, StringComparison.Ordinal));
    }
}
