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
    private ReportChanges? _changes;

    /// <summary>The new name.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [ValidateNotNull]
    public string? NewName { get; set; }

    /// <summary>The day of a weekly report; a monthly one becomes weekly.</summary>
    [Parameter(ParameterSetName = WeeklySet, Mandatory = true)]
    public DayOfWeek DayOfWeek { get; set; }

    /// <summary>The day of a monthly report, 1 to 31; a weekly one becomes monthly. Months that are shorter are skipped.</summary>
    [Parameter(ParameterSetName = MonthlySet, Mandatory = true)]
    public int DayOfMonth { get; set; }

    /// <summary>The time of day: 08:00, 08:00:30, a TimeSpan, or a DateTime of which the time counts.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [TimeOfDayTransformation]
    public TimeSpan? At { get; set; }

    /// <summary>What is in the report: names, numbers, or what New-WfbssReportContent makes.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [ArgumentCompleter(typeof(ReportContentCompleter))]
    [ReportContentTransformation]
    public ReportContent[]? Content { get; set; }

    /// <summary>Who gets the report by e-mail; an empty list turns the e-mail off.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? Recipient { get; set; }

    /// <summary>The groups that the report is about; an empty list for all devices.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [AllowEmptyCollection]
    public int[]? GroupId { get; set; }

    /// <summary>Whether the service makes the report.</summary>
    [Parameter(ParameterSetName = KeepSet)]
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    public bool? Enabled { get; set; }

    /// <summary>All settings as one object, the name included. Without -Name and -ReportId, the reports of its name are meant.</summary>
    [Parameter(ParameterSetName = DefinitionSet, Mandatory = true)]
    [ValidateNotNull]
    public ReportDefinition? Definition { get; set; }

    private protected override void Begin()
    {
        base.Begin();
        _changes = Definition is null ? ChangesOfParameters() : ReportChanges.To(Definition);
        if (_changes.IsEmpty)
        {
            Fail(ErrorRecords.NothingToChange());
        }

        if (Definition is null)
        {
            _changes.Check();
        }
        else
        {
            DefinitionRules.Check(Definition);
        }

        var warnings = Definition is null
            ? _changes.Warnings(NewName ?? string.Join("', '", Name ?? ["..."]))
            : DefinitionRules.Warnings(Definition);
        foreach (var warning in warnings)
        {
            WriteWarning(warning);
        }
    }

    private protected override string? DefaultName => Definition?.Name;

    private protected override JournalUse Use => JournalUse.Change;

    private protected override IReadOnlyList<SyncStep> Plan(IReadOnlyList<ReportSelection> selections) =>
        EditPlanner.Change(selections, _changes!);

    private protected override string Describe(SyncStep step) =>
        $"Replace the settings of report {step.ReportId} '{PresentName(step)}' of {step.Customer.Name ?? "customer"} ({step.Customer.CustomerId}). {ReportBody.WriteText(step.Definition!)}";

    // A question about a report names it as it is called now; the new name is in the body.
    private static string PresentName(SyncStep step) =>
        step.Differences.FirstOrDefault(difference => difference.Property == nameof(ScheduledReport.Name))?.Actual ?? step.ReportName;

    private ReportChanges ChangesOfParameters() => new()
    {
        Name = NewName,
        DayOfWeek = ParameterSetName == WeeklySet ? DayOfWeek : null,
        DayOfMonth = ParameterSetName == MonthlySet ? DayOfMonth : null,
        At = At,
        Contents = Content,
        Recipients = Recipient,
        GroupIds = GroupId,
        Enabled = Enabled,
    };
}
