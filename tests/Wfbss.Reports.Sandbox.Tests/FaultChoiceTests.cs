using System.Net;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class FaultChoiceTests : SandboxTest
{
    [Fact]
    public async Task A_script_waits_for_its_requests_and_counts_its_times()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.InternalError, times: 2, request => request.IsWrite && request.CustomerIds.Contains(Second.Id));

        var read = await Caller.GetAsync("report?" + Cids(Second));
        var other = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        var hit1 = await Caller.PostAsync("report?" + Cids(First, Second), Bodies.Weekly);
        var left = Server.Faults.ScriptedLeft;
        var hit2 = await Caller.PostAsync("report?" + Cids(Second), Bodies.Weekly);
        var after = await Caller.PostAsync("report?" + Cids(Second), Bodies.Weekly);

        Assert.Equal([200, 200, 500, 500, 200], new[] { read, other, hit1, hit2, after }.Select(reply => (int)reply.Status));
        Assert.Equal(1, left);
        Assert.Equal(0, Server.Faults.ScriptedLeft);
    }

    [Fact]
    public async Task Scripts_are_used_up_in_the_order_in_which_they_were_added()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.NotFound);
        Server.Faults.Script(SandboxFault.Forbidden);

        var replies = new[] { await Caller.GetAsync("customers"), await Caller.GetAsync("customers"), await Caller.GetAsync("customers") };

        Assert.Equal([404, 403, 200], replies.Select(reply => (int)reply.Status));
        Assert.Equal([SandboxFault.NotFound, SandboxFault.Forbidden, null], Server.Counters.Log.Select(request => request.Fault));
    }

    [Fact]
    public async Task A_request_that_is_kept_out_uses_up_no_fault()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.NotFound);

        await Caller.SendAsync("GET", Caller.Api + "customers", change: request => request.Headers.Remove("x-signature"));

        Assert.Equal(1, Server.Faults.ScriptedLeft);
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_faults()
    {
        var first = await DrawAsync(seed: 7);
        var second = await DrawAsync(seed: 7);
        var other = await DrawAsync(seed: 8);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Contains(200, first);
        Assert.Contains(404, first);
        Assert.Contains(403, first);
    }

    [Fact]
    public async Task Weights_decide_which_fault_is_common()
    {
        await StartAsync();
        Server.Faults.SetProbabilities(1, [(SandboxFault.NotFound, 9), (SandboxFault.Forbidden, 1)], seed: 3);

        var statuses = await StatusesAsync(100);

        Assert.InRange(statuses.Count(status => status == 404), 75, 99);
        Assert.Equal(100, statuses.Count(status => status is 404 or 403));
    }

    [Fact]
    public async Task Random_faults_hit_only_what_they_apply_to()
    {
        await StartAsync();
        Server.Faults.SetProbabilities(1, SandboxFault.InternalError);
        Server.Faults.AppliesTo = request => request.IsWrite;

        var read = await Caller.GetAsync("customers");
        var write = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);
        Server.Faults.Clear();
        var cleared = await Caller.PostAsync("report?" + Cids(First), Bodies.Weekly);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.InternalServerError, HttpStatusCode.OK),
            (read.Status, write.Status, cleared.Status));
    }

    [Fact]
    public async Task A_condition_that_throws_says_so_in_the_reply()
    {
        await StartAsync();
        Server.Faults.Script(SandboxFault.NotFound, when: _ => throw new InvalidOperationException("A mistake in a test"));

        (await Caller.GetAsync("customers")).IsError(HttpStatusCode.InternalServerError, "A mistake in a test");
    }

    [Fact]
    public void All_has_every_time_and_effect_and_the_storm_only_what_a_client_can_get_over()
    {
        var all = SandboxFault.All(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        var storm = SandboxFault.Storm(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        Assert.Equal(Enum.GetValues<FaultTime>(), all.Select(fault => fault.Time).Distinct().Order());
        Assert.Equal(Enum.GetValues<FaultEffect>(), all.Select(fault => fault.Effect).Distinct().Order());
        Assert.Equal(
            [nameof(SandboxFault.BadRequest), nameof(SandboxFault.NotFound), nameof(SandboxFault.Unauthorized), nameof(SandboxFault.Forbidden)],
            all.Except(storm).Select(fault => fault.Name));
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task A_probability_is_from_0_to_1(double total)
    {
        await StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => Server.Faults.SetProbabilities(total, SandboxFault.NotFound));
    }

    private async Task<int[]> DrawAsync(int seed)
    {
        await StartAsync(new SandboxOptions { Seed = seed });
        Server.Faults.SetProbabilities(0.5, SandboxFault.NotFound, SandboxFault.Forbidden);
        return await StatusesAsync(40);
    }

    private async Task<int[]> StatusesAsync(int count)
    {
        var statuses = new int[count];
        for (var i = 0; i < count; i++)
        {
            statuses[i] = (int)(await Caller.GetAsync("customers?limit=1")).Status;
        }

        return statuses;
    }
}
