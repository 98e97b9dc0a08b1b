using Wfbss.Reports.Customers;
using Wfbss.Reports.Reports;

namespace Wfbss.Reports.Writing;

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
