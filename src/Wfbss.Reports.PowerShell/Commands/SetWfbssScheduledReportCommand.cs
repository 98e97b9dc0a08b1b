using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Set-WfbssScheduledReport: changes reports, by name, by id, or piped in; what is not given stays as it is.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "WfbssScheduledReport",
    DefaultParameterSetName = KeepSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.SetWfbssScheduledReport)]
[OutputType(typeof(ScheduledReportResult))]
public sealed class SetWfbssScheduledReportCommand : EditCommand
{
    private const string KeepSet = "Settings";
    private const string WeeklySet = "Weekly";
    private const string MonthlySet = "Monthly";
    private const string DefinitionSet = "Definition";
    private CustomerSettings? _settings;
    private ReportChanges? _changes;
    private bool _isChecked;

    /// <summary>The new name.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [ValidateNotNull]
    [TextTransformation]
    public string? NewName { get; set; }

    /// <summary>The day of a weekly report; a monthly one becomes weekly.</summary>
    [Parameter(ParameterSetName = WeeklySet, Mandatory = true)]
    [ReportSettingTransformation(nameof(DayOfWeek))]
    public DayOfWeek DayOfWeek { get; set; }

    /// <summary>The day of a monthly report, 1 to 31; a weekly one becomes monthly. Months that are shorter are skipped.</summary>
    [Parameter(ParameterSetName = MonthlySet, Mandatory = true)]
    [ReportSettingTransformation(nameof(DayOfMonth))]
    public int DayOfMonth { get; set; }

    /// <summary>The time of day: 08:00, 08:00:30, a TimeSpan, or a DateTime of which the time counts.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [ReportSettingTransformation(nameof(At))]
    public TimeSpan At { get; set; }

    /// <summary>What is in the report: names, numbers, or what New-WfbssReportContent makes.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [ArgumentCompleter(typeof(ReportContentCompleter))]
    [ReportSettingTransformation(nameof(Content))]
    public ReportContent[]? Content { get; set; }

    /// <summary>Who gets the report by e-mail; an empty list turns the e-mail off.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [ReportSettingTransformation(nameof(Recipient))]
    public string[]? Recipient { get; set; }

    /// <summary>The groups that the report is about; an empty list for all devices.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [AllowEmptyCollection]
    [ReportSettingTransformation(nameof(GroupId))]
    public int[]? GroupId { get; set; }

    /// <summary>Whether the service makes the report.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [ReportSettingTransformation(nameof(Enabled))]
    public bool Enabled { get; set; }

    /// <summary>All settings as one object, the name included. Without -Name and -ReportId, the reports of its name are meant.</summary>
    [Parameter(ParameterSetName = DefinitionSet, Mandatory = true)]
    [ValidateNotNull]
    [DefinitionTransformation(IsSingle = true)]
    public ReportDefinition? Definition { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        if (Definition is not null)
        {
            DefinitionRules.Check(Definition);
            _changes = ReportChanges.To(Definition);
            Warn(DefinitionRules.Warnings(Definition));
            return;
        }

        _settings = new CustomerSettings(MyInvocation.BoundParameters);
        _changes = ChangesOf(_settings.Given);
        _changes.Check();
        Warn(_changes.Warnings(NewName ?? string.Join("', '", Name ?? ["..."])));
        if (!Inputs.ArePiped)
        {
            RequireChanges(CustomerId ?? []);
        }
    }

    private protected override ReportChooser MakeChooser() => new() { Names = NameFilter.Of(Name, isForWriting: true), DefaultName = Definition?.Name };

    private protected override ReportChanges? ChangesOf(CustomerReference reference, CustomerInput input, out ItemOutcome? mistake)
    {
        mistake = null;
        RequireChanges([reference]);
        if (_settings?.AreOwn(reference) is not true)
        {
            return null;
        }

        var values = _settings.For(reference, out var problems);
        var changes = ChangesOf(values);
        if (problems.Count == 0)
        {
            problems = changes.IsEmpty
                ? ["nothing is given that would change"]
                : [.. changes.Violations().Select(violation => $"{_settings.SourceOf(violation.Property, reference)}: {violation.Message}")];
        }

        mistake = problems.Count == 0 ? null : new ItemOutcome(ResultStatus.NotAttempted, $"row {input.Position}: {string.Join("; ", problems)}");
        return changes;
    }

    private protected override JournalUse Use => JournalUse.Change;

    private protected override IReadOnlyList<SyncStep> Plan(IReadOnlyList<ReportSelection> selections) =>
        EditPlanner.Change(selections, _changes!);

    private protected override string Describe(SyncStep step)
    {
        // What the service does not show cannot be compared, and is sent all the same.
        var changes = step.Differences.Count == 0 ? DefinitionText.Describe(step.Definition!) : string.Join("; ", step.Differences);
        return $"Change report {step.ReportId} '{PresentName(step)}' of {step.Customer.Name ?? step.Customer.CustomerId}: {changes}.";
    }

    // A question about a report names it as it is called now; the new name is in the body.
    private static string PresentName(SyncStep step) =>
        step.Differences.FirstOrDefault(difference => difference.Property == nameof(ScheduledReport.Name))?.Actual ?? step.ReportName;

    // Where the first customer shows that nothing is to change, nothing ever will.
    private void RequireChanges(CustomerReference[] customers)
    {
        if (!_isChecked && customers.Length > 0 && _changes!.IsEmpty && _settings is { HasScripts: false } settings && !Array.Exists(customers, settings.AreOwn))
        {
            Fail(ErrorRecords.NothingToChange());
        }

        _isChecked |= customers.Length > 0;
    }

    private ReportChanges ChangesOf(IReadOnlyDictionary<string, object> values) => new()
    {
        Name = NewName,
        DayOfWeek = values.TryGetValue(nameof(DayOfWeek), out var weekday) ? (DayOfWeek)weekday : null,
        DayOfMonth = values.TryGetValue(nameof(DayOfMonth), out var monthday) ? (int)monthday : null,
        At = values.TryGetValue(nameof(At), out var at) ? (TimeSpan)at : null,
        Contents = values.TryGetValue(nameof(Content), out var contents) ? (ReportContent[])contents : null,
        Recipients = values.TryGetValue(nameof(Recipient), out var recipients) ? (string[])recipients : null,
        GroupIds = values.TryGetValue(nameof(GroupId), out var groups) ? (int[])groups : null,
        Enabled = values.TryGetValue(nameof(Enabled), out var enabled) ? (bool)enabled : null,
    };

    private void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            WriteWarning(warning);
        }
    }
}
