using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Planning;

/// <summary>
/// Makes of customers and the reports that each is to have the items that a run writes. A customer that comes again with the
/// same settings is a repeat; with others it is a mistake, since nobody can tell which are meant.
/// </summary>
internal sealed class CreatePlanner
{
    private readonly CreateOperations _operations = new();

    // The settings of most customers are those of the run; only those of the others are worth the memory.
    private readonly HashSet<Guid> _seen = [];
    private readonly Dictionary<Guid, string> _ownSettings = [];
    private string? _commonSettings;

    /// <summary>The items of a customer; <see langword="null"/> if it is a repeat.</summary>
    /// <param name="input">The customer.</param>
    /// <param name="definitions">The reports that it is to have.</param>
    /// <param name="areOwn">Whether they are the customer's own, and not the run's.</param>
    public IReadOnlyList<WriteItem>? ItemsOf(CustomerInput input, IReadOnlyList<ReportDefinition> definitions, bool areOwn)
    {
        if (input.Id is not { } id)
        {
            return [Refuse(input, definitions[0].Name, ItemOutcome.InvalidId(input))];
        }

        CreateOperation[] operations = [.. definitions.Select(_operations.For)];
        var settings = string.Join(" ", operations.Select(operation => operation.Fingerprint));
        if (!areOwn)
        {
            _commonSettings = settings;
        }

        if (!_seen.Add(id.Value))
        {
            // A row that brings no settings has those of the run, as an id alone has.
            var earlier = _ownSettings.TryGetValue(id.Value, out var own) ? own : _commonSettings;
            return earlier == settings
                ? null
                : [Refuse(input, definitions[0].Name, new ItemOutcome(
                    ResultStatus.NotAttempted, $"input {input.Position}: the customer came before with other settings"))];
        }

        if (areOwn)
        {
            _ownSettings.Add(id.Value, settings);
        }

        return [.. operations.Select(operation => new WriteItem(input, operation))];
    }

    /// <summary>The item of a customer for which nothing is sent.</summary>
    public static WriteItem Refuse(CustomerInput input, string reportName, ItemOutcome outcome)
    {
        var item = new WriteItem(input, operation: null);
        item.Settle(new ScheduledReportResult
        {
            CustomerId = input.Id?.ToString() ?? input.Text,
            CustomerName = input.Name,
            ReportName = reportName,
            Status = outcome.Status,
            Message = outcome.Message,
        });
        return item;
    }
}
