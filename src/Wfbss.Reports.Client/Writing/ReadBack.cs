using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Writing;

/// <summary>What reading back tells about one customer, with what it rests on.</summary>
/// <param name="Finding">What is known.</param>
/// <param name="ReportId">The report that confirms it.</param>
/// <param name="Message">Why it is unclear.</param>
internal sealed record ReadBackAnswer(ReadBackFinding Finding, int? ReportId = null, string Message = "");

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

/// <summary>What goes for every read-back, whatever was written.</summary>
internal static class ReadBackJudgement
{
    /// <summary>Judges a customer's reports, if the service shows them.</summary>
    public static ReadBackAnswer Judge(
        this LookupResult seen,
        CustomerId id,
        Func<IReadOnlyList<ScheduledReport>, ReadBackAnswer> judge)
    {
        if (seen.Refused.TryGetValue(id, out var why)) return new(ReadBackFinding.Unclear, Message: why);
        return seen.Reports.TryGetValue(id, out var reports) ? judge(reports) : new(ReadBackFinding.CustomerUnknown);
    }
}
