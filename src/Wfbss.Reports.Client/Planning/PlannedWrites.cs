using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Planning;

/// <summary>
/// Makes of planned steps the items that a run writes. Customers whose reports are to become the same share an operation, so
/// its body is made once.
/// </summary>
internal sealed class PlannedWrites
{
    // Where every customer's settings are its own, nothing is shared, and nothing is to be kept either.
    private const int MostKept = 256;

    private readonly CreateOperations _creates = new();
    private readonly Dictionary<(ReportDefinition Definition, int ReportId, bool IsVisible), ReplaceOperation> _replaces = [];

    /// <summary>
    /// The items of one customer's steps, in the order of the steps. Replacing is sent before removing, and removing before
    /// creating, so that a customer is never without the report that it has, and a create finds the room that removing makes.
    /// </summary>
    public IReadOnlyList<WriteItem> ItemsOf(IReadOnlyList<SyncStep> steps)
    {
        var items = new Dictionary<SyncStep, WriteItem>();
        var before = new List<WriteItem>();
        foreach (var action in new[] { SyncAction.None, SyncAction.Replaced, SyncAction.Removed, SyncAction.Created })
        {
            WriteItem[] earlier = [.. before];
            foreach (var step in steps.Where(step => step.Action == action))
            {
                var item = ItemOf(step, earlier, items);
                items.Add(step, item);
                if (!item.IsSettled)
                {
                    before.Add(item);
                }
            }
        }

        return [.. steps.Select(step => items[step])];
    }

    private WriteItem ItemOf(SyncStep step, WriteItem[] earlier, Dictionary<SyncStep, WriteItem> items)
    {
        if (step is { Result: null, Requires.Result: { Succeeded: false } })
        {
            step.Settle(ResultStatus.NotAttempted, $"report {step.Requires.ReportId} of the same name could not be set right");
        }

        var input = step.Customer.Input with { Name = step.Customer.Name };
        if (step.Result is { } result)
        {
            var settled = new WriteItem(input, operation: null) { Answer = step.Customer.Answer };
            settled.Settle(result);
            return settled;
        }

        return new WriteItem(input, OperationOf(step))
        {
            Answer = step.Customer.Answer,
            After = earlier,
            Requires = step.Requires is { Result: null } required ? items[required] : null,
            Present = outcome =>
            {
                step.Settle(outcome);
                return step.Result!;
            },
        };
    }

    private WriteOperation OperationOf(SyncStep step)
    {
        if (step.Action is SyncAction.Removed)
        {
            return new RemoveOperation(step.ReportId!.Value, step.ReportName);
        }

        if (step.Action is SyncAction.Created)
        {
            return _creates.For(step.Definition!);
        }

        var key = (step.Definition!, step.ReportId!.Value, step.IsVisible);
        if (step.PresentName is not null)
        {
            return new ReplaceOperation(key.Item1, key.Value, key.IsVisible, step.PresentName);
        }

        if (_replaces.Count >= MostKept)
        {
            _replaces.Clear();
        }

        if (!_replaces.TryGetValue(key, out var replace))
        {
            _replaces.Add(key, replace = new ReplaceOperation(key.Item1, key.Value, key.IsVisible));
        }

        return replace;
    }
}
