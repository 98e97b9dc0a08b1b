using System.Globalization;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Planning;

/// <summary>Chooses of each customer's reports those that a call is about: by name, by id, or as the report that was put in.</summary>
internal sealed class ReportChooser
{
    /// <summary>The names that are asked for; <see langword="null"/> if none are given.</summary>
    public IReadOnlyList<NameChoice>? Names { get; init; }

    /// <summary>The name that is meant where neither a name nor an id is given; <see langword="null"/> if there is none.</summary>
    public string? DefaultName { get; init; }

    /// <summary>Whether a customer without name or id means all its reports.</summary>
    public bool AllByDefault { get; init; }

    /// <summary>Whether the call itself says which reports are meant, so that a customer alone is enough.</summary>
    public bool SaysWhich => Names is not null || DefaultName is not null || AllByDefault;

    /// <summary>Whether a report of a name is asked for, where no id is.</summary>
    public bool IsWanted(string name) => Names?.Any(choice => choice.IsNamed(name) || choice.IsMatch(name)) ?? name == DefaultName;

    /// <summary>Chooses among a customer's reports.</summary>
    public ReportSelection Select(CustomerReports customer, ReportInput input) => Choose(customer, input) with { Changes = input.Changes };

    private ReportSelection Choose(CustomerReports customer, ReportInput input)
    {
        if (input.Mistake is { } mistake)
        {
            return new(customer, [], Wanted: null, Missing: [], input.IsReport) { Mistake = mistake };
        }

        if (input.ReportId is { } id)
        {
            return ById(customer, id, input.IsReport);
        }

        if (Names is not null)
        {
            var (chosen, missing) = NameChoice.Choose(Names, customer.Reports, report => report.Name);
            return new(customer, chosen, string.Join(", ", Names.Select(choice => choice.Name)), missing, input.IsReport)
            {
                IsOfPattern = missing.Count == 0,
            };
        }

        if (input.IsReport || !SaysWhich)
        {
            return new(customer, [], Wanted: null, Missing: [], input.IsReport);
        }

        return AllByDefault
            ? new(customer, customer.Reports, Wanted: null, Missing: [], IsOfReport: false)
            : new(customer, [.. customer.Reports.Where(report => report.Name == DefaultName)], DefaultName, Missing: [], IsOfReport: false);
    }

    private ReportSelection ById(CustomerReports customer, int id, bool isReport)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        ScheduledReport[] its = [.. customer.Reports.Where(report => report.ReportId == id)];
        var named = Names is null ? its : NameChoice.Choose(Names, its, report => report.Name).Chosen;
        return new(customer, named, text, its.Length == 0 ? [text] : [], isReport) { ReportId = id };
    }
}

/// <summary>One input of a call about reports.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="ReportId">The report, where one is named.</param>
/// <param name="IsReport">Whether the input was a report or a result: then it means one report, even if its id is not known.</param>
/// <param name="Mistake">What is wrong with the input; <see langword="null"/> if nothing is.</param>
/// <param name="Changes">What is to change of its reports; <see langword="null"/> if that is the same for all.</param>
internal sealed record ReportInput(CustomerInput Customer, int? ReportId, bool IsReport, ItemOutcome? Mistake, ReportChanges? Changes = null);

/// <summary>A name that is asked for: exactly that one where there is one, otherwise what matches it as a pattern.</summary>
/// <param name="Name">The name, or the pattern.</param>
/// <param name="IsPattern">Whether it is meant as a pattern, which may well match nothing.</param>
/// <param name="IsMatch">Whether a name matches the pattern.</param>
internal sealed record NameChoice(string Name, bool IsPattern, Func<string, bool> IsMatch)
{
    /// <summary>Whether a name is this one, in any case.</summary>
    public bool IsNamed(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Chooses among things by their names.</summary>
    /// <returns>Those that are chosen, in their own order, and the names that nothing has; patterns are never among these.</returns>
    public static (IReadOnlyList<T> Chosen, IReadOnlyList<string> Missing) Choose<T>(
        IReadOnlyList<NameChoice> names,
        IReadOnlyList<T> things,
        Func<T, string> nameOf)
    {
        var chosen = new HashSet<int>();
        var missing = new List<string>();
        foreach (var choice in names)
        {
            var places = Enumerable.Range(0, things.Count).ToArray();
            var exact = Array.FindAll(places, place => choice.IsNamed(nameOf(things[place])));
            var found = exact.Length > 0 ? exact : Array.FindAll(places, place => choice.IsMatch(nameOf(things[place])));
            chosen.UnionWith(found);
            if (found.Length == 0 && !choice.IsPattern)
            {
                missing.Add(choice.Name);
            }
        }

        return ([.. chosen.OrderBy(place => place).Select(place => things[place])], missing);
    }
}
