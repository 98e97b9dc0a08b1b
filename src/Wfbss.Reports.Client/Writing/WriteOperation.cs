using Wfbss.Reports.Reading;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Writing;

/// <summary>
/// What a run does to a customer: a value that says what the request is, and judges what was read back. It sends nothing.
/// </summary>
internal abstract class WriteOperation
{
    /// <summary>The report's name, for results.</summary>
    public abstract string ReportName { get; }

    /// <summary>The name by which the report was known when the write was planned.</summary>
    public virtual string KnownAs => ReportName;

    /// <summary>The report that is written to; <see langword="null"/> if it is yet to be made.</summary>
    public virtual int? ReportId => null;

    /// <summary>
    /// Which write it is: method, report id and a hash of the settings. Customers whose writes have the same can share a
    /// request, and a journal knows the write by it.
    /// </summary>
    public abstract string Fingerprint { get; }

    /// <summary>Which report of a customer it is about, whatever the settings: by its id, or by its name if it is yet to be made.</summary>
    public string Target => TargetOf(Fingerprint, KnownAs);

    /// <summary>Whether reading can tell the report after it from the report before it.</summary>
    public virtual bool IsVisible => true;

    /// <summary>
    /// Whether it is about a report that is there already. Then a refusal may mean that the report is gone, which reading
    /// tells.
    /// </summary>
    public virtual bool IsOfExistingReport => true;

    /// <summary>What is known when it was sent as often as is allowed, and reading back has not found it carried out.</summary>
    public abstract ItemOutcome Exhausted { get; }

    /// <summary>The request for up to ten customers.</summary>
    public abstract ServiceRequest RequestFor(IReadOnlyList<CustomerId> ids);

    /// <summary>Whether a write of unknown outcome has been carried out, by what was read afterwards.</summary>
    public ReadBackAnswer Judge(CustomerAnswer<ScheduledReport> answer) => answer.Kind switch
    {
        AnswerKind.Known => Judge(answer.Items),
        AnswerKind.UnknownToService => new(ReadBackFinding.CustomerUnknown),
        _ => new(ReadBackFinding.Unclear, Message: answer.Why),
    };

    /// <summary>Which report a write with this fingerprint is about.</summary>
    public static string TargetOf(string fingerprint, string knownAs)
    {
        // "PUT 5 <hash>", "DELETE 5", or of a create "<hash>".
        var parts = fingerprint.Split(' ');
        return parts.Length == 1 ? "POST " + knownAs : $"{parts[0]} {parts[1]}";
    }

    /// <summary>The same, by the reports that the customer has.</summary>
    protected abstract ReadBackAnswer Judge(IReadOnlyList<ScheduledReport> reports);
}

/// <summary>What reading back tells about one customer, with what it rests on.</summary>
/// <param name="Finding">What is known.</param>
/// <param name="ReportId">The report that confirms it.</param>
/// <param name="Message">Why it is unclear.</param>
internal sealed record ReadBackAnswer(ReadBackFinding Finding, int? ReportId = null, string Message = "")
{
    /// <summary>The outcome that it gives the customer; never asked for one that is proven absent.</summary>
    /// <param name="why">Why it was read back.</param>
    public ItemOutcome ToOutcome(string why) => Finding switch
    {
        ReadBackFinding.Confirmed => new(ResultStatus.Done, "", ReportId, ByReadBack: true),
        ReadBackFinding.ReportGone => new(
            ResultStatus.NotFound, $"{why}; read back: the customer has no such report any more", ReportId, ByReadBack: true),
        ReadBackFinding.CustomerUnknown => new(
            ResultStatus.NotReturned, $"{why}; read back: not known to the service", ByReadBack: true),
        _ => new(ResultStatus.Unknown, $"{why}; reading back does not settle it: {Message}"),
    };
}

/// <summary>What reading back tells about one customer.</summary>
internal enum ReadBackFinding
{
    /// <summary>The write has been carried out.</summary>
    Confirmed,

    /// <summary>It has not been, or cannot be told from not having been, and may be sent again.</summary>
    ProvenAbsent,

    /// <summary>The report that was to be written to is gone.</summary>
    ReportGone,

    /// <summary>The service does not know the customer.</summary>
    CustomerUnknown,

    /// <summary>What is there neither confirms nor rules out the write.</summary>
    Unclear,
}
