using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>What a run does to each customer: how it is asked for, and how a lost answer is found out.</summary>
internal interface IWriteOperation
{
    /// <summary>The report's name, for results.</summary>
    string ReportName { get; }

    /// <summary>What a journal knows the operation by.</summary>
    string Fingerprint { get; }

    /// <summary>
    /// Whether it is about a report that is there already. Then a refusal may mean that the report is gone, which reading
    /// tells.
    /// </summary>
    bool IsOfExistingReport { get; }

    /// <summary>What is known when it was sent as often as is allowed, and reading back has not found it carried out.</summary>
    ItemOutcome Exhausted { get; }

    /// <summary>The request for up to ten customers.</summary>
    ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids);

    /// <summary>Reads whether a write of unknown outcome has been carried out, for each of up to ten customers.</summary>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    Task<IReadOnlyDictionary<CustomerId, ReadBackAnswer>> ReadBackAsync(
        IReadOnlyList<CustomerId> ids,
        CancellationToken cancellationToken);
}
