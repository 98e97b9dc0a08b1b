using System.Management.Automation;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.Reports;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>New-WfbssScheduledReport: creates a scheduled report for any number of customers.</summary>
[Cmdlet(
    VerbsCommon.New,
    "WfbssScheduledReport",
    DefaultParameterSetName = WeeklySet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ScheduledReportResult))]
public sealed class NewWfbssScheduledReportCommand : WriteCommand
{
    private const string WeeklySet = "Weekly";
    private const string MonthlySet = "Monthly";
    private const string DefinitionSet = "Definition";
    private ReportDefinition? _definition;

    /// <summary>The report's name.</summary>
    [Parameter(ParameterSetName = WeeklySet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = MonthlySet, Mandatory = true, Position = 0)]
    [AllowEmptyString]
    public string Name { get; set; } = "";

    /// <summary>The day of a weekly report.</summary>
    [Parameter(ParameterSetName = WeeklySet, Mandatory = true)]
    public DayOfWeek DayOfWeek { get; set; }

    /// <summary>The day of a monthly report, 1 to 31. Months that are shorter are skipped.</summary>
    [Parameter(ParameterSetName = MonthlySet, Mandatory = true)]
    public int DayOfMonth { get; set; }

    /// <summary>The time of day: 08:00, 08:00:30, a TimeSpan, or a DateTime of which the time counts.</summary>
    [Parameter(ParameterSetName = WeeklySet, Mandatory = true)]
    [Parameter(ParameterSetName = MonthlySet, Mandatory = true)]
    [TimeOfDayTransformation]
    public TimeSpan At { get; set; }

    /// <summary>What is in the report: names, numbers, or what New-WfbssReportContent makes.</summary>
    [Parameter(ParameterSetName = WeeklySet, Mandatory = true)]
    [Parameter(ParameterSetName = MonthlySet, Mandatory = true)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ReportContentCompleter))]
    [ReportContentTransformation]
    public ReportContent[] Content { get; set; } = [];

    /// <summary>Who gets the report by e-mail; without any, it is not e-mailed.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [AllowEmptyString]
    public string[] Recipient { get; set; } = [];

    /// <summary>The groups that the report is about; without any, it is about all devices.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    public int[] GroupId { get; set; } = [];

    /// <summary>Creates the report switched off.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    public SwitchParameter Disabled { get; set; }

    /// <summary>The settings as one object.</summary>
    [Parameter(ParameterSetName = DefinitionSet, Mandatory = true)]
    [ValidateNotNull]
    public ReportDefinition? Definition { get; set; }

    /// <summary>Leaves customers alone that have a report of this name already.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    private protected override bool SkipsExisting => SkipExisting;

    private protected override string Body => ReportBody.WriteText(_definition!);

    private protected override string Describe(int customers) =>
        $"Create the report '{_definition!.Name}' for {customers} customer{(customers == 1 ? "" : "s")}";

    private protected override WriteRun StartRun(WriteRunOptions options)
    {
        _definition = Definition ?? DefinitionOfParameters();
        DefinitionRules.Check(_definition);
        foreach (var warning in DefinitionRules.Warnings(_definition)) WriteWarning(warning);
        return WriteRun.Create(CurrentSession, _definition, options, Log);
    }

    private ReportDefinition DefinitionOfParameters() => new()
    {
        Name = Name,
        Enabled = !Disabled,
        Schedule = ParameterSetName == WeeklySet
            ? ReportSchedule.Weekly(DayOfWeek, At)
            : ReportSchedule.Monthly(DayOfMonth, At),
        Contents = Content,
        SendEmail = Recipient.Length > 0,
        Recipients = Recipient,
        GroupIds = GroupId,
    };
}
