using Wfbss.Reports.Reading;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Planning;

/// <summary>The reports of one customer that a call is about.</summary>
/// <param name="Customer">The customer, with all its reports or why they could not be read.</param>
/// <param name="Reports">Those that were asked for.</param>
/// <param name="Wanted">The names that were asked for, or the id; <see langword="null"/> if nothing says which.</param>
/// <param name="Missing">Of what was asked for, the names or the id that no report has; patterns are never among them.</param>
/// <param name="IsOfReport">Whether a report or a result was put in, which stands for one report.</param>
internal sealed record ReportSelection(
    CustomerReports Customer,
    IReadOnlyList<ScheduledReport> Reports,
    string? Wanted,
    IReadOnlyList<string> Missing,
    bool IsOfReport)
{
    /// <summary>The id that was asked for; <see langword="null"/> where names were.</summary>
    public int? ReportId { get; init; }

    /// <summary>What is to change of them; <see langword="null"/> if that is the same for all customers.</summary>
    public ReportChanges? Changes { get; init; }

    /// <summary>Whether the names that were asked for are patterns, which may well match nothing.</summary>
    public bool IsOfPattern { get; init; }

    /// <summary>What is wrong with the input; <see langword="null"/> if nothing is.</summary>
    public ItemOutcome? Mistake { get; init; }

    /// <summary>Reports that were asked for, and that an earlier run with the same journal has removed.</summary>
    public IReadOnlyList<JournalState> Finished { get; init; } = [];

    /// <summary>What an earlier run with the same journal noted about the reports that were asked for.</summary>
    public IReadOnlyList<JournalState> Earlier { get; init; } = [];

    /// <summary>A customer's reports of a name, in exact spelling.</summary>
    public static ReportSelection Named(CustomerReports customer, string name)
    {
        ScheduledReport[] its = [.. customer.Reports.Where(report => report.Name == name)];
        return new(customer, its, name, its.Length == 0 ? [name] : [], IsOfReport: false);
    }

    /// <summary>
    /// The selection with what an earlier run with the same journal was working on: a report that it has given another name
    /// is chosen by the name that it had, and one that it has removed is not missing.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="isWanted">Whether a report of a name is asked for, where no id is.</param>
    public ReportSelection Resume(IRunJournal journal, Func<string, bool> isWanted)
    {
        if (Customer.Input.Id is not { } id || Customer.Failure is not null || Mistake is not null)
        {
            return this;
        }

        JournalState[] earlier =
        [
            .. journal.Earlier(id).Where(state => (state.IsDone || state.IsInDoubt)
                && (ReportId is { } wanted ? state.TargetId == wanted : isWanted(state.ReportName))),
        ];
        if (earlier.Length == 0)
        {
            return this;
        }

        var reports = Reports.ToList();
        var finished = new List<JournalState>();
        foreach (var state in earlier.Where(state => reports.TrueForAll(report => report.ReportId != state.TargetId)))
        {
            if (Customer.Reports.FirstOrDefault(report => report.ReportId == state.TargetId) is { } renamed)
            {
                reports.Add(renamed);
            }
            else if (state.IsRemoval)
            {
                finished.Add(state);
            }
        }

        string[] found = [.. finished.Select(state => state.ReportName), .. earlier.Select(state => state.ReportName), $"{ReportId}"];
        return this with
        {
            Reports = reports,
            Finished = finished,
            Earlier = earlier,
            Missing = [.. Missing.Where(name => !found.Contains(name, StringComparer.OrdinalIgnoreCase) || finished.Count + reports.Count == 0)],
        };
    }
}
