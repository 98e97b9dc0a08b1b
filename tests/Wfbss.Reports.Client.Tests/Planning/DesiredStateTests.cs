using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Planning;

namespace Wfbss.Reports.Client.Tests.Planning;

public sealed class DesiredStateTests
{
    [Fact]
    public void No_definition_at_all_is_a_mistake_not_a_wish_for_no_reports()
    {
        var failure = Assert.Throws<WfbssException>(() => new DesiredState([]));

        Assert.Equal(WfbssErrorKind.InvalidDefinition, failure.Kind);
        Assert.Contains("Import-WfbssReportDefinition", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_in_case_are_two_reports_and_the_same_name_twice_is_a_mistake()
    {
        var lower = Samples.Weekly with { Name = "weekly security" };

        Assert.Equal(2, new DesiredState([Samples.Weekly, lower]).Definitions.Count);
        var failure = Assert.Throws<WfbssException>(() => new DesiredState([Samples.Weekly, lower, Samples.Weekly with { Enabled = false }]));
        Assert.Contains("'Weekly security'", failure.Message, StringComparison.Ordinal);
    }
}
