using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>The elements of a reply, matched to the customers that were asked for, without regard to case or order.</summary>
internal sealed class ReplyMatch
{
    private readonly Dictionary<CustomerId, ReplyElement> _elements;
    private readonly HashSet<CustomerId> _contradicted = [];
    private readonly bool _isIrregular;

    public ReplyMatch(IReadOnlyCollection<CustomerId> asked, JsonElement reply)
    {
        _elements = new Dictionary<CustomerId, ReplyElement>(asked.Count);
        foreach (var element in reply.Items("customers").Select(ReplyElement.Read))
        {
            if (element is not { CustomerId: { } id, Result.Length: > 0 } || !asked.Contains(id))
            {
                _isIrregular = true;
            }
            else if (_elements.TryGetValue(id, out var earlier))
            {
                _isIrregular = true;
                if (earlier != element)
                {
                    _contradicted.Add(id);
                }
            }
            else
            {
                _elements.Add(id, element);
            }
        }
    }

    /// <summary>The element of a customer, unless the reply contradicts itself about it.</summary>
    public ReplyElement? ElementOf(CustomerId id) =>
        !_contradicted.Contains(id) && _elements.TryGetValue(id, out var element) ? element : null;

    /// <summary>
    /// Whether a customer without element is in doubt. In a reply that names customers that were not asked for, or one
    /// twice, a missing element may have been lost in the muddle; in a clean one it means that the service does not
    /// know the customer.
    /// </summary>
    public bool IsDoubtful(CustomerId id) => ElementOf(id) is null && _isIrregular;
}

/// <summary>One element of <c>customers[]</c> in the reply to a write (source: create-scheduled-report.txt, "Response").</summary>
/// <param name="CustomerId">The customer; <see langword="null"/> if the element's id is not an ID.</param>
/// <param name="Result">The service's word: one of the known ones in their spelling, or as it came.</param>
/// <param name="Message">The service's message; empty for none.</param>
/// <param name="ReportId">The report's id.</param>
internal sealed record ReplyElement(CustomerId? CustomerId, string Result, string Message, int? ReportId)
{
    public static ReplyElement Read(JsonElement json) =>
        new(
            json.Id("id"),
            AsKnown(json.Text("result") ?? ""),
            json.Text("message") ?? "",
            json.Number("rtid"));

    private static string AsKnown(string result)
    {
        foreach (var known in ResultStatus.All)
        {
            if (known.Equals(result, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return result;
    }

    /// <summary>The outcome that this element gives its customer.</summary>
    public ItemOutcome ToOutcome() => new(Result, Message, Result == ResultStatus.Done ? ReportId : null);
}
