using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Planning;

/// <summary>Creates of reports: customers whose reports are to become the same share one, so its body is made once.</summary>
internal sealed class CreateOperations
{
    // Where every customer's settings are its own, nothing is shared, and nothing is to be kept either.
    private const int MostKept = 256;

    private readonly Dictionary<ReportDefinition, CreateOperation> _operations = [];

    /// <summary>The operation that creates this report.</summary>
    public CreateOperation For(ReportDefinition definition)
    {
        if (_operations.TryGetValue(definition, out var known))
        {
            return known;
        }

        if (_operations.Count >= MostKept)
        {
            _operations.Clear();
        }

        var operation = new CreateOperation(definition);
        _operations.Add(definition, operation);
        return operation;
    }
}
