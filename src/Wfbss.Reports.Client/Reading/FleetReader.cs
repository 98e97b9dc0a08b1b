using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Reading;

/// <summary>
/// Reads the reports of many customers, ten in a call and several calls at once. What cannot be read for some does not
/// affect the others; a refusal of the key pair stops the run.
/// </summary>
/// <param name="sender">Sends the requests.</param>
/// <param name="throttleLimit">How many calls may be under way at once.</param>
/// <param name="stop">How the run stops that the reading is a part of.</param>
internal sealed class FleetReader(RequestSender sender, int throttleLimit, RunStop stop)
{
    private readonly CustomerLookup<ScheduledReport> _lookup = ReportSource.Lookup(sender);

    /// <summary>Reads the reports of customers; of one that is in the list several times, once.</summary>
    /// <returns>One entry for each item of the list, in the same order.</returns>
    public async Task<IReadOnlyList<CustomerReports>> ReadAsync(IReadOnlyList<CustomerInput> inputs, CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(throttleLimit);
        var calls = CustomerIds.InCalls(inputs.Select(input => input.Id).OfType<CustomerId>().Distinct());
        var answers = await Task
            .WhenAll(calls.Select(call => ReadCallAsync(call, slots, cancellationToken)))
            .ConfigureAwait(false);
        var byId = answers.SelectMany(answer => answer).ToDictionary(entry => entry.Key, entry => entry.Value);
        return [.. inputs.Select(input => Describe(input, byId))];
    }

    private async Task<IReadOnlyDictionary<CustomerId, CustomerAnswer<ScheduledReport>>> ReadCallAsync(
        IReadOnlyList<CustomerId> ids,
        SemaphoreSlim slots,
        CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (stop.WhyNothingStarts is { } why)
            {
                return All(ids, CustomerAnswer<ScheduledReport>.NotRead(why));
            }

            return await _lookup.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        }
        catch (WfbssException failure)
        {
            stop.StopIfGeneral(failure);
            return All(ids, CustomerAnswer<ScheduledReport>.NotRead(failure.Message, failure));
        }
        finally
        {
            slots.Release();
        }
    }

    private CustomerReports Describe(
        CustomerInput input,
        Dictionary<CustomerId, CustomerAnswer<ScheduledReport>> answers) =>
        new(
            input,
            input.Name ?? (input.Id is { } known ? sender.Session.CustomerNames.NameOf(known) : null),
            input.Id is { } id ? answers[id] : null);

    private static Dictionary<CustomerId, CustomerAnswer<ScheduledReport>> All(
        IReadOnlyList<CustomerId> ids,
        CustomerAnswer<ScheduledReport> answer) => ids.ToDictionary(id => id, _ => answer);
}

/// <summary>A customer with what the service tells of its reports.</summary>
/// <param name="Input">The customer as it was given.</param>
/// <param name="Name">Its name, where it is known.</param>
/// <param name="Answer">What the service tells; <see langword="null"/> if the input is not an id, so that nobody was asked.</param>
internal sealed record CustomerReports(CustomerInput Input, string? Name, CustomerAnswer<ScheduledReport>? Answer)
{
    /// <summary>The customer's id in upper case, or what was given if it is not an id.</summary>
    public string CustomerId => Input.Id?.ToString() ?? Input.Text;

    /// <summary>Its name and id, for a question before something is removed: several customers may have one name.</summary>
    public string NameAndId => $"{Name ?? "customer"} ({CustomerId})";

    /// <summary>Its reports; none if they are not known.</summary>
    public IReadOnlyList<ScheduledReport> Reports => Answer?.Items ?? [];

    /// <summary>What becomes of it if its reports are not known; <see langword="null"/> if they are.</summary>
    public ItemOutcome? Failure => Answer switch
    {
        null => Input.Refusal ?? ItemOutcome.InvalidId(Input),
        { Kind: AnswerKind.Known } => null,
        { Kind: AnswerKind.UnknownToService } => ItemOutcome.NotReturned,
        { Kind: AnswerKind.Refused, Why: var why } => ItemOutcome.Unread(why, ResultStatus.Refused),
        { Failure: { Kind: WfbssErrorKind.AccessDenied, Message: var why } } => new ItemOutcome(ResultStatus.Denied, why),
        { Why: var why } => ItemOutcome.Unread(why),
    };

    /// <summary>The same for users, who see no calls.</summary>
    public CustomerReading ToReading()
    {
        var reading = new CustomerReading { CustomerId = CustomerId, CustomerName = Name };
        return Failure is { } failure
            ? reading with { Status = failure.Status, Failure = failure.Message }
            : reading with { Reports = Reports };
    }

    /// <summary>The failure as the result of a report.</summary>
    public ScheduledReportResult ToResult(string reportName) => new()
    {
        CustomerId = CustomerId,
        CustomerName = Name,
        ReportName = reportName,
        Status = Failure!.Status,
        Message = Failure.Message,
    };
}
