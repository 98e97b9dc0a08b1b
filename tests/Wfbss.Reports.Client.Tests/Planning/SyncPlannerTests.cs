using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Planning;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Client.Tests.Planning;

public sealed class SyncPlannerTests
{
    private static readonly SyncOptions RemoveAll = new() { RemoveDuplicate = true, RemoveUnmanaged = true };

    [Fact]
    public void Unless_told_to_nothing_is_removed()
    {
        var plan = PlanFor(new SyncOptions(), Report(1, "Own"), Report(2), Report(3));

        Assert.Equal(["leave report 2 'Weekly security'"], plan.Steps.Select(step => step.ToString()));
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public void Of_several_the_one_that_is_right_stays_and_the_others_go_only_if_it_does()
    {
        var plan = PlanFor(RemoveAll, Drifted(1), Report(2), Drifted(3));

        Assert.Equal([(SyncAction.None, 2), (SyncAction.Removed, 1), (SyncAction.Removed, 3)], plan.Steps.Select(step => (step.Action, step.ReportId ?? 0)));
        Assert.All(plan.Changes, step => Assert.Same(plan.Steps[0], step.Requires));
    }

    [Fact]
    public void Where_none_is_right_the_one_with_the_lowest_id_is_set_right()
    {
        var plan = PlanFor(RemoveAll, Drifted(7), Drifted(4));

        Assert.Equal([(SyncAction.Replaced, 4), (SyncAction.Removed, 7)], plan.Steps.Select(step => (step.Action, step.ReportId ?? 0)));
    }

    [Fact]
    public void What_the_service_does_not_show_well_enough_is_not_removed()
    {
        var plan = PlanFor(RemoveAll, Report(1), Report(2, ""), Report(null, "Own"), Report(null, ""));

        Assert.Empty(plan.Changes);
        Assert.Equal(["Done", "NotAttempted", "NotAttempted", "NotAttempted"], plan.Steps.Select(step => step.Result!.Status));
        Assert.Contains("name", plan.Steps[1].Result!.Message, StringComparison.Ordinal);
        Assert.Contains("id", plan.Steps[2].Result!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_the_one_that_is_shown_to_be_right_stays_and_not_one_of_which_nothing_is_shown()
    {
        var plan = PlanFor(RemoveAll, Bare(1), Report(2), Drifted(3));

        Assert.Equal([(SyncAction.None, 2), (SyncAction.Removed, 1), (SyncAction.Removed, 3)], plan.Steps.Select(step => (step.Action, step.ReportId ?? 0)));
    }

    [Fact]
    public void Duplicates_of_a_report_of_which_neither_id_nor_settings_are_shown_are_not_removed()
    {
        var plan = PlanFor(RemoveAll, Bare(null), Drifted(3));

        Assert.NotEmpty(plan.Steps);
        Assert.DoesNotContain(plan.Changes, step => step.Action is SyncAction.Removed);
    }

    [Fact]
    public void Nothing_is_created_beside_a_report_whose_name_is_not_shown()
    {
        var step = Assert.Single(PlanFor(new SyncOptions(), Report(4, "")).Steps);

        Assert.Equal((ResultStatus.NotAttempted, SyncAction.None), (step.Result?.Status, step.Result?.Action));
        Assert.Contains("report 4", step.Result!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_whose_reports_could_not_be_read_is_left_alone()
    {
        var unread = Customer() with { Answer = CustomerAnswer<ScheduledReport>.Refused("expired") };

        var step = Assert.Single(new SyncPlanner(Desired(), RemoveAll).Plan(unread).Steps);

        Assert.Equal(("Refused", SyncAction.None), (step.Result!.Status, step.Result.Action));
    }

    [Theory]
    [InlineData(false, "LimitError")]
    [InlineData(true, null)]
    public void What_is_removed_makes_room_for_what_is_missing(bool removesUnmanaged, string? status)
    {
        var full = Enumerable.Range(1, 10).Select(id => Report(id, $"Own {id}")).ToArray();

        var plan = PlanFor(new SyncOptions { RemoveUnmanaged = removesUnmanaged }, full);

        Assert.Equal(status, plan.Steps[0].Result?.Status);
        Assert.Equal(removesUnmanaged ? 11 : 0, plan.Changes.Count);
    }

    private static SyncPlan PlanFor(SyncOptions options, params ScheduledReport[] reports) =>
        new SyncPlanner(Desired(), options).Plan(Customer(reports));

    private static DesiredState Desired() => new([Samples.Weekly]);

    private static CustomerReports Customer(params ScheduledReport[] reports) =>
        new(RunExtensions.Target(Ids.Of(1), 0), Name: null, CustomerAnswer<ScheduledReport>.Known(reports));

    private static ScheduledReport Report(int? id, string name = "Weekly security") => Samples.Shown(Samples.Weekly, name, id);

    private static ScheduledReport Bare(int? id) => new() { CustomerId = Ids.Of(1).ToString(), Name = "Weekly security", ReportId = id };

    private static ScheduledReport Drifted(int id) => Samples.Shown(Samples.Weekly with { Enabled = false }, id: id);
}
