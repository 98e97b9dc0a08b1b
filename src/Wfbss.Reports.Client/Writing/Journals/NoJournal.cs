using Wfbss.Reports.Customers;
using Wfbss.Reports.Reports;

namespace Wfbss.Reports.Writing.Journals;

/// <summary>A run without a journal.</summary>
internal sealed class NoJournal : IRunJournal
{
    public static NoJournal Instance { get; } = new();

    public JournalState? Earlier(CustomerId id) => null;

    public void Intend(IReadOnlyList<CustomerId> ids)
    {
    }

    public void Conclude(IReadOnlyList<ScheduledReportResult> results)
    {
    }

    public void Dispose()
    {
    }
}
