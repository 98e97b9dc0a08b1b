using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Planning;

/// <summary>
/// Reads the reports of many customers, ten in a call and several calls at once. What cannot be read for some does not
/// sink the others; a refusal of the key pair stops it.
/// </summary>
internal sealed class FleetReader(RequestSender sender, int throttleLimit)
{
    private readonly ReportLookup _lookup = new(sender);
    private WfbssException? _failure;

    /// <summary>What stopped the survey; <see langword="null"/> if nothing did.</summary>
    public WfbssException? Failure => Volatile.Read(ref _failure);

    /// <summary>Asks nothing more. The first failure counts.</summary>
    public void Stop(WfbssException failure) => Interlocked.CompareExchange(ref _failure, failure, null);

    /// <summary>Reads the reports of customers; of one that is in the list several times, once.</summary>
    /// <returns>One entry for each item of the list, in the same order.</returns>
    public async Task<IReadOnlyList<CustomerReports>> ReadAsync(
        IReadOnlyList<CustomerInput> targets,
        CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(throttleLimit);
        var calls = CustomerIds.InCalls(targets.Select(target => target.Id).OfType<CustomerId>().Distinct());
        var answers = await Task
            .WhenAll(calls.Select(call => ReadCallAsync(call, slots, cancellationToken)))
            .ConfigureAwait(false);

        var byId = answers.SelectMany(answer => answer).ToDictionary(entry => entry.Key, entry => entry.Value);
        return [.. targets.Select(target => Describe(target, byId))];
    }

    private async Task<Dictionary<CustomerId, Answer>> ReadCallAsync(
        IReadOnlyList<CustomerId> ids,
        SemaphoreSlim slots,
        CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Failure is { } earlier) return All(ids, ResultStatus.NotAttempted, $"the run was stopped before: {earlier.Message}");
            var seen = await _lookup.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
            return ids.ToDictionary(id => id, id => AnswerOf(id, seen));
        }
        catch (WfbssException failure)
        {
            if (failure.Kind is not WfbssErrorKind.AccessDenied) return All(ids, ResultStatus.NotAttempted, Unread(failure.Message));
            Stop(failure);
            return All(ids, ResultStatus.Denied, failure.Message);
        }
        finally
        {
            slots.Release();
        }
    }

    private CustomerReports Describe(CustomerInput target, Dictionary<CustomerId, Answer> answers)
    {
        if (target.Id is not { } id)
        {
            var invalid = new ItemOutcome(ResultStatus.InvalidId, $"input {target.Position}, '{target.Text}', is no customer id");
            return new CustomerReports(target, target.Name, [], invalid);
        }

        var (reports, failure) = answers[id];
        return new CustomerReports(target, target.Name ?? sender.Session.CustomerNames.NameOf(id), reports, failure);
    }

    private static Answer AnswerOf(CustomerId id, LookupResult seen)
    {
        if (seen.Refused.TryGetValue(id, out var why)) return new([], new ItemOutcome(ResultStatus.Refused, Unread(why)));
        return seen.Reports.TryGetValue(id, out var reports)
            ? new(reports, null)
            : new([], new ItemOutcome(ResultStatus.NotReturned, "not known to the service"));
    }

    private static Dictionary<CustomerId, Answer> All(IReadOnlyList<CustomerId> ids, string status, string message) =>
        ids.ToDictionary(id => id, _ => new Answer([], new ItemOutcome(status, message)));

    private static string Unread(string why) => $"its reports could not be read: {why}";

    private sealed record Answer(IReadOnlyList<ScheduledReport> Reports, ItemOutcome? Failure);
}
