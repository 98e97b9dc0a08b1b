using System.Management.Automation;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// The base of the cmdlets that write a report's settings to many customers. This is the one place that declares the
/// settings as parameters; New-WfbssReportDefinition takes them from here (<see cref="ReportSettings"/>).
/// </summary>
public abstract class ReportSettingsCommand : WriteCommand
{
    /// <summary>The parameter set of weekly reports.</summary>
    protected internal const string WeeklySet = "Weekly";

    /// <summary>The parameter set of monthly reports.</summary>
    protected internal const string MonthlySet = "Monthly";

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

    /// <summary>The definition that the parameters make.</summary>
    private protected ReportDefinition DefinitionOfParameters() =>
        ReportSettings.ToDefinition(ParameterSetName, MyInvocation.BoundParameters);
}
